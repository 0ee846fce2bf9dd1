import type { FloatType } from './digits';
import { quote } from './quote';
import { floatFormat, scalarText, type ElementFormat } from './numbers';

/** The element types whose layout is known. */
export type ArrayDtype =
  | 'float32'
  | 'float64'
  | 'bool'
  | 'string'
  | 'complex64'
  | 'int8'
  | 'uint8'
  | 'int16'
  | 'uint16'
  | 'int32'
  | 'uint32'
  | 'int64'
  | 'uint64';

/** Elements in row-major order; complex64 alternates real and imaginary parts. */
export type ArrayData = ArrayLike<number | bigint | boolean | string>;

/** Above this many elements only the edges are shown. */
const threshold = 1000;
const edgeItems = 3;
const lineWidth = 75;

/** Positions along an axis that are shown; `null` stands for those left out. */
export function shownIndices(length: number, edge: number, abbreviate: boolean): (number | null)[] {
  if (!abbreviate || length <= 2 * edge) return Array.from({ length }, (_, i) => i);
  const indices: (number | null)[] = [];
  for (let i = 0; i < edge; i++) indices.push(i);
  indices.push(null);
  for (let i = length - edge; i < length; i++) indices.push(i);
  return indices;
}

/** For each axis, by how many elements one step along it moves in row-major order. */
function stridesOf(shape: readonly number[]): number[] {
  const strides = shape.map(() => 1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] ?? 1) * (shape[axis + 1] ?? 1);
  }
  return strides;
}

/** The offsets of all elements that are shown, in order. */
function shownOffsets(shape: readonly number[], strides: number[], abbreviate: boolean): number[] {
  return shape.reduce<number[]>(
    (offsets, length, axis) => {
      const indices = shownIndices(length, edgeItems, abbreviate).filter(i => i !== null);
      return offsets.flatMap(offset => indices.map(i => offset + i * (strides[axis] ?? 1)));
    },
    [0]
  );
}

const floatOf = (dtype: ArrayDtype): FloatType => (dtype === 'float64' ? 'float64' : 'float32');

/** The text of one element by its offset, laid out to suit all the offsets shown. */
export function formatElements(
  data: ArrayData,
  dtype: ArrayDtype,
  offsets: number[]
): ElementFormat<number> {
  const numbers = (at: (offset: number) => number) =>
    offsets.map(offset => Number(data[at(offset)]));
  switch (dtype) {
    case 'float32':
    case 'float64': {
      const format = floatFormat(
        numbers(i => i),
        floatOf(dtype)
      );
      return offset => format(Number(data[offset]));
    }
    case 'complex64': {
      const real = floatFormat(
        numbers(i => 2 * i),
        'float32'
      );
      const imaginary = floatFormat(
        numbers(i => 2 * i + 1),
        'float32',
        true
      );
      return offset => {
        const im = imaginary(Number(data[2 * offset + 1]));
        const end = im.trimEnd().length;
        return `${real(Number(data[2 * offset]))}${im.slice(0, end)}j${im.slice(end)}`;
      };
    }
    case 'bool':
      return offset => (data[offset] ? ' True' : 'False');
    case 'string':
      return offset => quote(String(data[offset]));
    default: {
      const width = Math.max(0, ...offsets.map(offset => String(data[offset]).length));
      return offset => String(data[offset]).padStart(width);
    }
  }
}

/** A value without axes stands alone, without the padding that lines up a column. */
function scalar(data: ArrayData, dtype: ArrayDtype): string {
  switch (dtype) {
    case 'float32':
    case 'float64':
      return scalarText(Number(data[0]), floatOf(dtype));
    case 'complex64': {
      const [re, im] = [Number(data[0]), Number(data[1])];
      const part = (x: number) => scalarText(x, 'float32').replace(/\.0$/, '');
      if (Object.is(re, 0)) return `${part(im)}j`;
      const sign = im < 0 || Object.is(im, -0) ? '' : '+';
      return `(${part(re)}${sign}${part(im)}j)`;
    }
    case 'bool':
      return data[0] ? 'True' : 'False';
    default:
      return String(data[0]);
  }
}

/**
 * Lays out an array the way NumPy's `array2string` does with its default options: brackets for
 * each axis, elements lined up, lines of at most 75 characters, and above 1,000 elements the first
 * and last three of each axis only. It touches no element that is not shown.
 */
export function formatArray(data: ArrayData, shape: readonly number[], dtype: ArrayDtype): string {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0) return '[]';
  if (shape.length === 0) return scalar(data, dtype);

  const abbreviate = size > threshold;
  const strides = stridesOf(shape);
  const format = formatElements(data, dtype, shownOffsets(shape, strides, abbreviate));

  // A row's last element leaves room for one bracket, and each enclosing axis takes one more.
  const row = (axis: number, offset: number): string => {
    const indent = ' '.repeat(axis + 1);
    const width = lineWidth - axis - 1;
    const words = shownIndices(shape[axis] ?? 0, edgeItems, abbreviate).map(i =>
      i === null ? '...' : format(offset + i)
    );
    const lines: string[] = [];
    let line = indent;
    words.forEach((word, i) => {
      if (line.length + word.length > width && line.length > indent.length) {
        lines.push(line.trimEnd());
        line = indent;
      }
      line += i < words.length - 1 ? `${word} ` : word;
    });
    lines.push(line);
    return `[${lines.join('\n').slice(indent.length)}]`;
  };

  const block = (axis: number, offset: number): string => {
    if (axis === shape.length - 1) return row(axis, offset);
    const parts = shownIndices(shape[axis] ?? 0, edgeItems, abbreviate).map(i =>
      i === null ? '...' : block(axis + 1, offset + i * (strides[axis] ?? 1))
    );
    const separator = '\n'.repeat(shape.length - 1 - axis) + ' '.repeat(axis + 1);
    return `[${parts.join(separator)}]`;
  };

  return block(0, 0);
}
