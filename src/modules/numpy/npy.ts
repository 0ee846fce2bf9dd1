import { isDType, makeElements, type DType, type TypedArray } from './dtype';
import { ValueError, tuple } from './errors';
import { NDArray } from './ndarray';
import { allocate, rowMajor, viewOf, copyOf } from './storage';

const magic = [0x93, ...new TextEncoder().encode('NUMPY')];

const codes: Record<string, DType> = {
  b1: 'bool',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  u2: 'uint16',
  u4: 'uint32',
  u8: 'uint64',
  f4: 'float32',
  f8: 'float64'
};

/** The type as a file names it: byte order, kind, bytes. */
function descrOf(dtype: DType): string {
  const code = Object.keys(codes).find(each => codes[each] === dtype) ?? '';
  return (code.endsWith('1') ? '|' : '<') + code;
}

/** An array as the bytes of a `.npy` file, the same that NumPy writes. */
export function toNpy(array: NDArray): Uint8Array<ArrayBuffer> {
  const entries = `'descr': '${descrOf(array.dtype)}', 'fortran_order': False, 'shape': ${tuple(array.shape, ', ')}`;
  // NumPy leaves room to write a longer length over the first axis.
  const growth = array.ndim > 0 ? 21 - String(array.shape[0]).length : 0;
  const head = `{${entries}, }${' '.repeat(growth)}`;
  const start = magic.length + 4;
  const length = Math.ceil((start + head.length + 1) / 64) * 64 - start;
  const elements = array.values();
  const bytes = new Uint8Array(start + length + elements.byteLength);
  bytes.set([...magic, 1, 0, length & 255, length >> 8]);
  bytes.set(new TextEncoder().encode(`${head.padEnd(length - 1)}\n`), start);
  const data = new Uint8Array(elements.buffer, elements.byteOffset, elements.byteLength);
  bytes.set(data, start + length);
  return bytes;
}

/** Whether the bytes begin as a `.npy` file does. */
export const isNpy = (bytes: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte);

function readHeader(head: string): {
  dtype: DType;
  bigEndian: boolean;
  columns: boolean;
  shape: number[];
} {
  const [, order = '', code = ''] = /'descr': *'([<>|=]?)(\w+)'/.exec(head) ?? [];
  const dtype = codes[code];
  if (!isDType(dtype)) {
    const named = /'descr': *('[^']*'|\[[^\]]*\])/.exec(head)?.[1] ?? 'an unknown type';
    throw new ValueError(
      `The file holds elements of ${named}: arrays here are of numbers and booleans`
    );
  }
  const lengths = /'shape': *\(([^)]*)\)/.exec(head)?.[1] ?? '';
  return {
    dtype,
    bigEndian: order === '>',
    columns: /'fortran_order': *True/.test(head),
    shape: lengths
      .split(',')
      .filter(part => part.trim() !== '')
      .map(Number)
  };
}

/**
 * The array in the bytes of a `.npy` file.
 * @throws ValueError where they are none, too few, or of a type that arrays here cannot have
 */
export function fromNpy(bytes: Uint8Array): NDArray {
  if (!isNpy(bytes)) throw new ValueError('This is no .npy file: it does not begin as one');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const long = (bytes[6] ?? 1) > 1;
  const start = long ? 12 : 10;
  const length = long ? view.getUint32(8, true) : view.getUint16(8, true);
  const head = new TextDecoder().decode(bytes.subarray(start, start + length));
  const { dtype, bigEndian, columns, shape } = readHeader(head);
  const size = shape.reduce((product, n) => product * n, 1);
  const elements: TypedArray = makeElements(dtype, size);
  const data = bytes.subarray(start + length, start + length + elements.byteLength);
  if (data.length < elements.byteLength) {
    throw new ValueError(
      `cannot reshape array of size ${Math.floor(data.length / elements.BYTES_PER_ELEMENT)} into shape ${tuple(shape)}`
    );
  }
  const target = new Uint8Array(elements.buffer);
  target.set(data);
  if (bigEndian) swapBytes(target, elements.BYTES_PER_ELEMENT);
  if (!columns) return new NDArray(allocate(shape, dtype, elements));
  // Written column by column: the axes in reverse order.
  const storage = allocate([...shape].reverse(), dtype, elements);
  const strides = rowMajor([...shape].reverse()).reverse();
  return new NDArray(copyOf(viewOf(storage, shape, strides)));
}

function swapBytes(bytes: Uint8Array, width: number): void {
  for (let i = 0; i < bytes.length; i += width) bytes.subarray(i, i + width).reverse();
}
