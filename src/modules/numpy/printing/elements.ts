import type { FloatType } from './digits';
import { floatFormat, scalarText, type ElementFormat } from './floats';
import { completeOptions, type CompleteOptions } from './options';
import { quote } from './quote';

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

const floatOf = (dtype: ArrayDtype): FloatType => (dtype === 'float64' ? 'float64' : 'float32');

/** What the options say that writes elements of that type, if they say so. */
function ownFormat(data: ArrayData, dtype: ArrayDtype, { formatter }: CompleteOptions) {
  if (!formatter) return undefined;
  const all = formatter.all as ((element: unknown) => string) | undefined;
  switch (dtype) {
    case 'bool': {
      const write = formatter.bool ?? all;
      return write && ((offset: number) => write(Boolean(data[offset])));
    }
    case 'string':
    case 'complex64':
      return undefined;
    default: {
      const write = (dtype.startsWith('float') ? formatter.float : formatter.int) ?? all;
      return write && ((offset: number) => write(Number(data[offset])));
    }
  }
}

function integerFormat(data: ArrayData, offsets: number[], sign: CompleteOptions['sign']) {
  const negative = offsets.some(offset => Number(data[offset]) < 0);
  // A space in the place of the sign only where no number has one.
  const plus = sign === '+' ? '+' : sign === ' ' && !negative ? ' ' : '';
  const text = (offset: number) => (Number(data[offset]) < 0 ? '' : plus) + String(data[offset]);
  const width = Math.max(0, ...offsets.map(offset => text(offset).length));
  return (offset: number) => text(offset).padStart(width);
}

/** The text of one element by its offset, laid out to suit all the offsets shown. */
export function formatElements(
  data: ArrayData,
  dtype: ArrayDtype,
  offsets: number[],
  options: CompleteOptions = completeOptions()
): ElementFormat<number> {
  const own = ownFormat(data, dtype, options);
  if (own) return own;
  const numbers = (at: (offset: number) => number) =>
    offsets.map(offset => Number(data[at(offset)]));
  switch (dtype) {
    case 'float32':
    case 'float64': {
      const format = floatFormat(
        numbers(i => i),
        floatOf(dtype),
        options
      );
      return offset => format(Number(data[offset]));
    }
    case 'complex64': {
      const real = floatFormat(
        numbers(i => 2 * i),
        'float32',
        options
      );
      const imaginary = floatFormat(
        numbers(i => 2 * i + 1),
        'float32',
        { ...options, sign: '+' }
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
    default:
      return integerFormat(data, offsets, options.sign);
  }
}

/** A value without axes stands alone, without the padding that lines up a column. */
export function formatScalar(data: ArrayData, dtype: ArrayDtype): string {
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
