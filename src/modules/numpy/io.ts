import { unzipSync, zipSync } from 'fflate';
import type { NotebookFiles } from '../host';
import type { DType } from './dtype';
import { ValueError } from './errors';
import { toArray, toList, type ArrayLike } from './input';
import type { NDArray } from './ndarray';
import { fromNpy, isNpy, toNpy } from './npy';
import { expandDims, squeeze, transpose } from './shape';
import { formatNumber, parseRows } from './text';

let files: NotebookFiles | undefined;

/** Where what was written lies, by the name that it was written under. */
const places = new Map<string, string>();

/** Says where files are. Not for cells. */
export function useFiles(notebookFiles: NotebookFiles): void {
  files = notebookFiles;
  places.clear();
}

function store(): NotebookFiles {
  if (!files) throw new Error('There are no files beside this notebook');
  return files;
}

const withEnding = (name: string, ending: string) => (name.endsWith(ending) ? name : name + ending);

async function write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const place = await store().write(name, bytes.slice().buffer);
  places.set(name, place);
  return place;
}

const read = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await store().read(places.get(name) ?? name));

/**
 * Writes an array into a `.npy` file in the folder that the notebook has for what it writes.
 * NumPy: `numpy.save`, which writes beside the program.
 * @param file its name; `.npy` is added if it is missing
 * @returns the path of the file; until the kernel restarts `np.load` also finds it by its name
 * @example
 * ```ts
 * await np.save('squares', np.arange(5).power(2));
 * await np.load('squares.npy')
 * // → [ 0  1  4  9 16]
 * ```
 */
export async function save(file: string, array: ArrayLike): Promise<string> {
  return write(withEnding(file, '.npy'), toNpy(toArray(array)));
}

/** Arrays by name, or one after the other. */
type Arrays = [Readonly<Record<string, ArrayLike>>] | ArrayLike[];

function zip(arrays: Arrays, level: 0 | 6): Uint8Array<ArrayBuffer> {
  const [first] = arrays;
  const named =
    arrays.length === 1 && Object.getPrototypeOf(first) === Object.prototype
      ? (first as Record<string, ArrayLike>)
      : Object.fromEntries((arrays as ArrayLike[]).map((each, i) => [`arr_${i}`, each]));
  const parts = Object.entries(named).map(([name, each]) => [`${name}.npy`, toNpy(toArray(each))]);
  // The same arrays give the same bytes, whenever they are written.
  return zipSync(Object.fromEntries(parts), { level, mtime: new Date(1980, 0, 1) });
}

/**
 * Writes several arrays into one `.npz` file, in the folder that the notebook has for what it
 * writes. NumPy: `numpy.savez`, where names are keyword arguments.
 * @param arrays an object of arrays by name, or arrays, which are then named `arr_0`, `arr_1`, …
 * @returns the path of the file; until the kernel restarts `np.load` also finds it by its name
 * @example
 * ```ts
 * await np.savez('data', { x: [1, 2, 3], y: [[4, 5]] });
 * const data = await np.load('data.npz');
 * data.y
 * // → [[4 5]]
 * ```
 */
export async function savez(file: string, ...arrays: Arrays): Promise<string> {
  return write(withEnding(file, '.npz'), zip(arrays, 0));
}

/** As {@link savez}, compressed. NumPy: `numpy.savez_compressed`. */
export async function savezCompressed(file: string, ...arrays: Arrays): Promise<string> {
  return write(withEnding(file, '.npz'), zip(arrays, 6));
}

/**
 * The array in a `.npy` file, or those in a `.npz` file by name; files that Python wrote too.
 * NumPy: `numpy.load`.
 * @param file its path beside the notebook, or the name that this session wrote it under
 * @throws FileError where there is no such file
 * @throws ValueError where it is neither, or holds what arrays here cannot hold
 */
export async function load(file: `${string}.npz`): Promise<Record<string, NDArray>>;
export async function load(file: string): Promise<NDArray>;
export async function load(file: string): Promise<NDArray | Record<string, NDArray>> {
  const bytes = await read(file);
  if (isNpy(bytes)) return fromNpy(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new ValueError(`'${file}' is neither a .npy nor a .npz file; np.loadtxt reads text`);
  }
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(
    parts.map(([name, each]) => [name.replace(/\.npy$/, ''), fromNpy(each)])
  );
}

/** How numbers are written as text. */
export interface SavetxtOptions {
  /** The format of a number, or one for each column: `'%.2f'`, `'%d'`; `'%.18e'` if not given. */
  fmt?: string | readonly string[];
  /** What stands between two numbers; a space if not given. */
  delimiter?: string;
  newline?: string;
  /** Text before the numbers, behind `comments`. */
  header?: string;
  /** Text after the numbers, behind `comments`. */
  footer?: string;
  /** What each line of header and footer begins with; `'# '` if not given. */
  comments?: string;
}

/**
 * Writes a list or a matrix as text, a row on each line, in the folder that the notebook has for
 * what it writes. NumPy: `numpy.savetxt`.
 * @returns the path of the file; until the kernel restarts `np.loadtxt` also finds it by its name
 * @throws ValueError for more than two axes
 * @example
 * ```ts
 * await np.savetxt('scores.csv', [[1, 2.5], [3, 4]], { delimiter: ',', fmt: '%.1f' });
 * await np.loadtxt('scores.csv', { delimiter: ',' })
 * // → [[1.  2.5]
 * //  [3.  4. ]]
 * ```
 */
export async function savetxt(
  file: string,
  x: ArrayLike,
  {
    fmt = '%.18e',
    delimiter = ' ',
    newline = '\n',
    header,
    footer,
    comments = '# '
  }: SavetxtOptions = {}
): Promise<string> {
  const array = toArray(x);
  if (array.ndim < 1 || array.ndim > 2) {
    throw new ValueError(`Expected 1D or 2D array, got ${array.ndim}D array instead`);
  }
  const rows = array.ndim === 1 ? expandDims(array, 1) : array;
  const formats = typeof fmt === 'string' ? new Array<string>(rows.shape[1] ?? 0).fill(fmt) : fmt;
  if (formats.length !== rows.shape[1]) {
    throw new ValueError(`fmt has wrong shape.  ${formats.join(' ')}`);
  }
  const lines = (rows.tolist() as (number | boolean)[][]).map(row =>
    row.map((value, i) => formatNumber(formats[i] ?? '', Number(value))).join(delimiter)
  );
  const remark = (text: string | undefined) =>
    text ? [comments + text.replaceAll('\n', `\n${comments}`)] : [];
  const text = [...remark(header), ...lines, ...remark(footer)]
    .map(line => line + newline)
    .join('');
  return write(file, new TextEncoder().encode(text));
}

/** How a text of numbers is read. */
export interface LoadtxtOptions {
  /** The type of the elements; `float64` if not given. */
  dtype?: DType;
  /** What stands between two numbers; any white space if not given. */
  delimiter?: string;
  /** What begins a remark, which ends with its line; `'#'` if not given. */
  comments?: string | null;
  /** How many lines at the start to pass over. */
  skiprows?: number;
  /** Only these columns. */
  usecols?: number | readonly number[];
  /** The most rows to read. */
  maxRows?: number;
  /** Whether the columns are given, one array each, as rows. */
  unpack?: boolean;
  /** The fewest axes the result has; axes of length 1 are taken away down to that. */
  ndmin?: 0 | 1 | 2;
}

const linesOf = async (source: string | readonly string[]): Promise<readonly string[]> =>
  typeof source === 'string' ? new TextDecoder().decode(await read(source)).split(/\r?\n/) : source;

function finish(rows: NDArray, { unpack = false, ndmin = 0 }: LoadtxtOptions): NDArray {
  let array = rows;
  if (ndmin < 2) {
    const long = rows.shape.flatMap((length, axis) => (length === 1 ? [] : [axis]));
    if (long.length === 0) array = ndmin === 1 ? rows.reshape(1) : squeeze(rows);
    else if (long.length === 1) array = squeeze(rows);
  }
  return unpack ? transpose(array) : array;
}

/**
 * The numbers in a text file, a row for each line. NumPy: `numpy.loadtxt`.
 * @param source its path beside the notebook, the name that this session wrote it under, or lines
 * @throws ValueError in NumPy's words where a field is no number, or rows differ in length
 * @example
 * ```ts
 * await np.loadtxt(['# x y', '1 2', '3 4'])
 * // → [[1. 2.]
 * //  [3. 4.]]
 * ```
 */
export async function loadtxt(
  source: string | readonly string[],
  options: LoadtxtOptions = {}
): Promise<NDArray> {
  const { dtype = 'float64', delimiter, comments = '#', skiprows = 0, usecols, maxRows } = options;
  const rows = parseRows(await linesOf(source), {
    dtype,
    delimiter,
    comments,
    skip: skiprows,
    columns: usecols === undefined ? undefined : toList(usecols),
    most: maxRows ?? Infinity
  });
  return finish(rows, options);
}

/** How a text with missing numbers is read. */
export interface GenfromtxtOptions extends Omit<LoadtxtOptions, 'skiprows'> {
  /** How many lines at the start to pass over. */
  skipHeader?: number;
  /** What a field that is no number stands for; NaN if not given. */
  fillingValues?: number;
}

/**
 * As {@link loadtxt}, where fields that are missing or no numbers become NaN.
 * NumPy: `numpy.genfromtxt`, which also reads texts and names of columns.
 * @example
 * ```ts
 * await np.genfromtxt(['1,2', ',4'], { delimiter: ',' })
 * // → [[ 1.  2.]
 * //  [nan  4.]]
 * ```
 */
export async function genfromtxt(
  source: string | readonly string[],
  { skipHeader = 0, fillingValues = NaN, ...options }: GenfromtxtOptions = {}
): Promise<NDArray> {
  const { dtype = 'float64', delimiter, comments = '#', usecols, maxRows } = options;
  const rows = parseRows(await linesOf(source), {
    dtype,
    delimiter,
    comments,
    skip: skipHeader,
    columns: usecols === undefined ? undefined : toList(usecols),
    most: maxRows ?? Infinity,
    missing: fillingValues
  });
  return finish(rows, options);
}
