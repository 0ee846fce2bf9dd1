import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { four, one } from '../../../src/modules/tensorflow/wasm/encode';
import { encodeKernels, type WasmKernels } from '../../../src/modules/tensorflow/wasm/kernels';
import { Multiplier, SCRATCH } from '../../../src/modules/tensorflow/wasm/multiply';

/** Operands begin behind what the multiplier wants for itself. */
const START = Math.ceil(SCRATCH / 64) * 64;

const size = (max: number) => fc.integer({ min: 1, max });

describe.each([
  ['relaxed SIMD', four(true)],
  ['SIMD', four(false)],
  ['no SIMD', one]
])('with %s', (_name, lanes) => {
  test.each([
    ['small matrices, each operand also transposed', 45, 45, 45],
    ['matrices that are multiplied part by part', 150, 600, 1100]
  ])('%s', (_name, mostRows, mostDepth, mostColumns) => {
    fc.assert(
      fc.property(
        fc.tuple(size(mostRows), size(mostDepth), size(mostColumns)),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(undefined, 'bias' as const, 'result' as const),
        ([rows, depth, columns], transposeLeft, transposeRight, on) => {
          const memory = new WebAssembly.Memory({ initial: 128 });
          const { exports } = new WebAssembly.Instance(
            new WebAssembly.Module(encodeKernels(lanes, false)),
            { env: { memory } }
          );
          const floats = new Float32Array(memory.buffer);
          let end = START;
          const take = (count: number) => {
            const address = end;
            end += count * 4;
            // Small whole numbers have exact sums.
            for (let index = 0; index < count; index++) {
              floats[address / 4 + index] = ((index * 7919) % 13) - 6;
            }
            return address;
          };
          const matrix = (height: number, width: number, transposed: boolean) => ({
            address: take(height * width),
            row: transposed ? 4 : width * 4,
            column: transposed ? height * 4 : 4
          });
          const left = matrix(rows, depth, transposeLeft);
          const right = matrix(depth, columns, transposeRight);
          const result = matrix(rows, columns, false);
          const bias = take(columns);
          const before = floats.slice(result.address / 4, bias / 4);
          new Multiplier(exports as unknown as WasmKernels, 0).multiply(
            left,
            right,
            result,
            [rows, depth, columns],
            on === 'bias' ? { bias } : on
          );
          const wrong: string[] = [];
          const element = ({ address, row, column }: typeof left, y: number, x: number) =>
            floats[(address + y * row + x * column) / 4] as number;
          const step = Math.max(1, Math.floor((rows * columns) / 500));
          for (let index = 0; index < rows * columns; index += step) {
            const [y, x] = [Math.floor(index / columns), index % columns];
            let sum = on === 'bias' ? (floats[bias / 4 + x] as number) : 0;
            sum += on === 'result' ? (before[index] as number) : 0;
            for (let k = 0; k < depth; k++) {
              sum += element(left, y, k) * element(right, k, x);
            }
            if (element(result, y, x) !== sum) {
              wrong.push(`[${y}, ${x}]`);
            }
          }
          expect(wrong).toEqual([]);
        }
      ),
      { seed: 7, numRuns: mostRows > 100 ? 8 : 60 }
    );
  });
});
