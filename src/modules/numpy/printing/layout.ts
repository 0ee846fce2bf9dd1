import { formatElements, formatScalar, type ArrayData, type ArrayDtype } from './elements';
import { completeOptions, type CompleteOptions } from './options';

/** What stands around elements and lines. */
export interface Surroundings {
  options?: CompleteOptions;
  /** What stands between two elements; a space if not given. */
  separator?: string;
  /** The length of the text before the first bracket, by which further lines are indented. */
  indent?: number;
}

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

/** One row of elements, broken into lines of at most that width. */
function wrap(words: string[], indent: string, width: number, separator: string): string {
  // The last element leaves room for a bracket, the others for what stands after them.
  const end = width - Math.max(separator.trimEnd().length, 1);
  const lines: string[] = [];
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > end && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += i < words.length - 1 ? word + separator : word;
  });
  return [...lines, line].join('\n');
}

/**
 * Lays out an array the way NumPy's `array2string` does: brackets for each axis, elements lined up,
 * lines of at most 75 characters, and above 1,000 elements the first and last three of each axis
 * only. It touches no element that is not shown.
 */
export function layOut(
  data: ArrayData,
  shape: readonly number[],
  dtype: ArrayDtype,
  { options = completeOptions(), separator = ' ', indent = 0 }: Surroundings = {}
): string {
  const { threshold, edgeitems, linewidth } = options;
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0) return '[]';
  const abbreviate = size > threshold;
  const strides = stridesOf(shape);
  const indices = shape.map(length => shownIndices(length, edgeitems, abbreviate));
  const shown = indices.reduce<number[]>(
    (offsets, along, axis) =>
      offsets.flatMap(offset =>
        along.filter(i => i !== null).map(i => offset + i * (strides[axis] ?? 1))
      ),
    [0]
  );
  const format = formatElements(data, dtype, shown, options);
  if (shape.length === 0) return dtype === 'bool' ? format(0).trim() : format(0);

  const block = (axis: number, offset: number): string => {
    const margin = ' '.repeat(indent + axis + 1);
    const parts = (indices[axis] ?? []).map(i => {
      if (i === null) return '...';
      const at = offset + i * (strides[axis] ?? 1);
      return axis === shape.length - 1 ? format(at) : block(axis + 1, at);
    });
    if (axis === shape.length - 1) {
      return `[${wrap(parts, margin, linewidth - axis, separator).slice(margin.length)}]`;
    }
    const between = separator.trimEnd() + '\n'.repeat(shape.length - 1 - axis) + margin;
    return `[${parts.join(between)}]`;
  };
  return block(0, 0);
}

/** An array as Python's `print` shows it; one element without axes as its number alone. */
export const formatArray = (
  data: ArrayData,
  shape: readonly number[],
  dtype: ArrayDtype
): string => (shape.length === 0 ? formatScalar(data, dtype) : layOut(data, shape, dtype));
