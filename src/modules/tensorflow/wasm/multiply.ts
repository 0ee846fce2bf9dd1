import type { WasmKernels } from './kernels';

/** Where a matrix of floats lies: bytes from row to row and from column to column. */
export interface Matrix {
  address: number;
  row: number;
  column: number;
}

/** As much of the right operand as is laid out at once: 1 MB, which stays near the processor. */
const DEPTH = 256;
const COLUMNS = 1024;
/** Rows of the left operand that are gone through for all columns before the next ones. */
const ROWS = 120;
/** With fewer rows the right operand is read too seldom for laying it out to pay. */
const FEW_ROWS = 10;

/** Bytes from column to column beyond which those of the left operand are gathered first. */
const FAR = 1024;

const RIGHT_BYTES = DEPTH * COLUMNS * 4;
const LEFT_BYTES = DEPTH * ROWS * 4;

/** Bytes that {@link Multiplier} wants for itself: parts of both operands, and zeros. */
export const SCRATCH = RIGHT_BYTES + LEFT_BYTES + 32;

/** Multiplies matrices that lie in the memory of wasm. */
export class Multiplier {
  private readonly zeros: number;

  /** @param scratch the address of {@link SCRATCH} bytes; the last 32 are zeros */
  constructor(
    private readonly kernels: WasmKernels,
    private readonly scratch: number
  ) {
    this.zeros = scratch + RIGHT_BYTES + LEFT_BYTES;
  }

  /**
   * result = left [rows, depth] × right [depth, columns], on top of a bias for each column or of
   * what the result is already.
   * @param result its columns lie one beside the other
   */
  multiply(
    left: Matrix,
    right: Matrix,
    result: Matrix,
    [rows, depth, columns]: [number, number, number],
    on?: { bias: number } | 'result'
  ): void {
    if (columns === 1 && left.row === 4 && left.column !== 4) {
      // Columns of the left operand lie together: the product is turned around to read them so.
      const turn = ({ address, row, column }: Matrix) => ({ address, row: column, column: row });
      if (on === undefined || on === 'result') {
        this.multiply(turn(right), turn(left), { ...result, column: 4 }, [1, depth, rows], on);
        return;
      }
    }
    for (let column = 0; column < columns; column += COLUMNS) {
      const width = Math.min(COLUMNS, columns - column);
      for (let k = 0; k < depth; k += DEPTH) {
        const part = Math.min(DEPTH, depth - k);
        const start =
          k > 0 || on === 'result'
            ? { address: result.address + column * 4, row: result.row }
            : { address: on ? on.bias + column * 4 : this.zeros, row: 0, still: !on };
        this.multiplyPart(
          { ...left, address: left.address + k * left.column },
          { ...right, address: right.address + k * right.row + column * right.column },
          { ...result, address: result.address + column * 4 },
          start,
          [rows, part, width]
        );
      }
    }
  }

  private multiplyPart(
    left: Matrix,
    right: Matrix,
    result: Matrix,
    start: { address: number; row: number; still?: boolean },
    [rows, depth, columns]: [number, number, number]
  ): void {
    const panels = this.layOut(right, rows, depth, columns);
    for (let row = 0; row < rows; row += ROWS) {
      const height = Math.min(ROWS, rows - row);
      const gathered = this.gather(
        { ...left, address: left.address + row * left.row },
        height,
        depth,
        columns
      );
      for (const { width, column, address, step } of panels) {
        const multiply =
          width === 8
            ? this.kernels.multiply8
            : width === 4
              ? this.kernels.multiply4
              : this.kernels.multiply1;
        multiply(
          gathered.address,
          gathered.row,
          gathered.column,
          address,
          step,
          result.address + row * result.row + column * 4,
          result.row,
          start.address + row * start.row + (start.still ? 0 : column * 4),
          start.row,
          depth,
          height
        );
      }
    }
  }

  /** The left operand with its columns near each other, where they are far apart. */
  private gather(left: Matrix, rows: number, depth: number, columns: number): Matrix {
    if (left.row !== 4 || left.column <= FAR || columns < FEW_ROWS) {
      return left;
    }
    const address = this.scratch + RIGHT_BYTES;
    this.kernels.copyRuns(left.address, left.column, address, rows * 4, rows, depth);
    return { address, row: 4, column: rows * 4 };
  }

  /** Parts of eight, four and one columns, and where their elements are. */
  private layOut(right: Matrix, rows: number, depth: number, columns: number) {
    const panels: { width: 8 | 4 | 1; column: number; address: number; step: number }[] = [];
    let to = this.scratch;
    for (let column = 0; column < columns;) {
      const width = columns - column >= 8 ? 8 : columns - column >= 4 ? 4 : 1;
      const address = right.address + column * right.column;
      if (width === 1 || (right.column === 4 && rows < FEW_ROWS)) {
        panels.push({ width, column, address, step: right.row });
      } else {
        const pack = width === 8 ? this.kernels.pack8 : this.kernels.pack4;
        pack(address, right.row, right.column, to, depth);
        panels.push({ width, column, address: to, step: width * 4 });
        to += width * 4 * depth;
      }
      column += width;
    }
    return panels;
  }
}
