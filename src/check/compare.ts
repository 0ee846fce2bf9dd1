import { asNumbers, dtypeOf, isDisposed, sameShape, shapeOf, type Numbers } from './array';
import { failed, type Failure } from './failure';
import { arrayGrids, indexOf } from './grid';
import { show, showNumber, showShape } from './show';

/** How far two numbers may be apart: `absolute + relative * |expected|`. */
export interface Tolerance {
  relative?: number;
  absolute?: number;
}

/** What a comparison is told besides the values. */
export interface CompareOptions {
  /** The learner's name for the value, for the message. */
  name?: string;
  tolerance?: Tolerance;
  /** Whether the order of the numbers counts; it does where left out. */
  ordered?: boolean;
}

/** No tolerance at all. */
export const exact: Tolerance = { relative: 0, absolute: 0 };

/**
 * Compares a value with what is expected. Numbers and arrays of every kind are compared with one
 * another by shape and then within a tolerance, NaN being equal to itself; anything else has to be
 * equal, down to its parts.
 *
 * @returns nothing where they agree
 */
export function compare(
  actual: unknown,
  expected: unknown,
  options: CompareOptions = {}
): Failure | undefined {
  const expectedNumbers = asNumbers(expected);
  if (!expectedNumbers) {
    return comparePlain(actual, expected, options);
  }
  const actualNumbers = asNumbers(actual);
  if (!actualNumbers || (typeof expected === 'boolean') !== (typeof actual === 'boolean')) {
    const single = expectedNumbers.shape.length === 0;
    const wanted = single
      ? typeof expected === 'boolean'
        ? 'true or false'
        : 'a number'
      : 'an array of numbers';
    return notEvenOfType(actual, wanted, show(expected), options);
  }
  const sort = options.ordered === false ? sorted : (numbers: Numbers) => numbers;
  return (
    compareShape(actual, expectedNumbers.shape, options) ??
    compareNumbers(sort(actualNumbers), sort(expectedNumbers), options)
  );
}

/** Whether two values agree as {@link compare} sees it. */
export function isClose(actual: unknown, expected: unknown, tolerance: Tolerance = {}): boolean {
  return compare(actual, expected, { tolerance }) === undefined;
}

/** Compares the shape alone. */
export function compareShape(
  actual: unknown,
  expected: readonly number[],
  options: CompareOptions = {}
): Failure | undefined {
  const shape = isDisposed(actual) ? undefined : shapeOf(actual);
  const wanted = showShape(expected);
  if (!shape) {
    return notEvenOfType(actual, `an array of shape ${wanted}`, `shape ${wanted}`, options);
  }
  if (sameShape(shape, expected)) {
    return undefined;
  }
  const found = shape.length === 0 ? 'is a single number' : `has shape ${showShape(shape)}`;
  const message =
    expected.length === 0
      ? `${subject(options)} ${found}; a single number is expected.`
      : `${subject(options)} ${found}; ${wanted} is expected.`;
  return failed('wrong-shape', message, {
    expected: `shape ${wanted}`,
    actual: `shape ${showShape(shape)}`,
    comparison: { kind: 'shapes', expected, actual: shape }
  });
}

/** Compares the dtype. */
export function compareDtype(
  actual: unknown,
  expected: string,
  options: CompareOptions = {}
): Failure | undefined {
  const dtype = isDisposed(actual) ? undefined : dtypeOf(actual);
  if (dtype === expected) {
    return undefined;
  }
  return dtype === undefined
    ? notEvenOfType(actual, `an array of dtype ${expected}`, expected, options)
    : failed('wrong-dtype', `${subject(options)} has dtype ${dtype}; ${expected} is expected.`, {
        expected,
        actual: dtype
      });
}

/** How a message names the value. */
export function subject({ name }: CompareOptions): string {
  return name === undefined ? 'The result' : `Your \`${name}\``;
}

/** Whether two numbers agree within a tolerance. */
export function near(
  actual: number,
  expected: number,
  { relative = 1e-5, absolute = 1e-6 }: Tolerance = {}
): boolean {
  return (
    Object.is(actual, expected) ||
    actual === expected ||
    // Any number is within a share of infinity.
    (Number.isFinite(expected) &&
      Math.abs(actual - expected) <= absolute + relative * Math.abs(expected))
  );
}

function compareNumbers(
  actual: Numbers,
  expected: Numbers,
  options: CompareOptions
): Failure | undefined {
  const wrong: number[] = [];
  for (let offset = 0; offset < expected.data.length; offset++) {
    if (!near(actual.data[offset] ?? NaN, expected.data[offset] ?? NaN, options.tolerance)) {
      wrong.push(offset);
    }
  }
  const [first] = wrong;
  if (first === undefined) {
    return undefined;
  }
  const [found, wanted] = [actual, expected].map(({ data }) => showNumber(data[first] ?? NaN));
  const single = expected.shape.length === 0;
  const more =
    wrong.length > 1 ? ` ${wrong.length} of ${expected.data.length} numbers differ.` : '';
  const index = showShape(indexOf(first, expected.shape));
  const sorted = options.ordered === false;
  const place = single ? '' : sorted ? ` at ${index} once sorted` : ` at ${index}`;
  const comparison = arrayGrids(actual, expected, wrong);
  return failed(
    'wrong-values',
    `${subject(options)} is ${found}${place}; ${wanted} is expected${single ? '' : ' there'}.${more}`,
    {
      expected: `${wanted}${place}`,
      actual: `${found}${place}`,
      ...(comparison ? { comparison } : {})
    }
  );
}

/** The numbers from the smallest to the largest, NaN last. */
function sorted(numbers: Numbers): Numbers {
  return { ...numbers, data: Float64Array.from(numbers.data).sort() };
}

/** Finds what is no number: NaN and infinite ones, the first named with its place. */
export function compareFinite(actual: unknown, options: CompareOptions = {}): Failure | undefined {
  const numbers = isDisposed(actual) ? undefined : asNumbers(actual);
  if (!numbers) {
    return notEvenOfType(actual, 'numbers', 'finite numbers', options);
  }
  const data = Array.from(numbers.data);
  const wrong = data.flatMap((value, offset) => (Number.isFinite(value) ? [] : [offset]));
  const [first] = wrong;
  if (first === undefined) {
    return undefined;
  }
  const place = numbers.shape.length === 0 ? '' : ` at ${showShape(indexOf(first, numbers.shape))}`;
  const found = showNumber(data[first] ?? NaN);
  return failed('not-finite', `${subject(options)} is ${found}${place}; a number is expected.`, {
    expected: 'finite numbers',
    actual: `${found}${place}; ${wrong.length} in all`
  });
}

function notEvenOfType(
  actual: unknown,
  wanted: string,
  expected: string,
  options: CompareOptions
): Failure {
  const who = subject(options);
  const values = { expected, actual: show(actual) };
  if (actual === undefined || actual === null) {
    return failed('missing', `${who} has no value yet; ${wanted} is expected.`, values);
  }
  if (isDisposed(actual)) {
    return failed('disposed', `${who} is a tensor that was disposed before it was used.`, values);
  }
  const hint =
    actual instanceof Promise
      ? ' Put `await` before what you assign.'
      : typeof actual === 'function'
        ? ' Did you mean to call it?'
        : '';
  return failed('wrong-type', `${who} is ${show(actual)}; ${wanted} is expected.${hint}`, values);
}

function comparePlain(
  actual: unknown,
  expected: unknown,
  options: CompareOptions
): Failure | undefined {
  if (equal(actual, expected, options.tolerance)) {
    return undefined;
  }
  const values = { expected: show(expected), actual: show(actual) };
  if ((actual === undefined || actual === null) && expected !== undefined && expected !== null) {
    return notEvenOfType(actual, values.expected, values.expected, options);
  }
  return failed(
    'wrong-values',
    `${subject(options)} is ${values.actual}; ${values.expected} is expected.`,
    values
  );
}

/** Equality down to the parts, numbers within the tolerance. */
export function equal(actual: unknown, expected: unknown, tolerance: Tolerance = {}): boolean {
  const [a, b] = [asNumbers(actual), asNumbers(expected)];
  if (a && b) {
    return compare(actual, expected, { tolerance }) === undefined;
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || !actual || !expected) {
    return Object.is(actual, expected);
  }
  if (Array.isArray(actual) !== Array.isArray(expected)) {
    return false;
  }
  const keys = Object.keys(expected);
  return (
    keys.length === Object.keys(actual).length &&
    keys.every(
      key =>
        Object.hasOwn(actual, key) &&
        equal(Reflect.get(actual, key), Reflect.get(expected, key), tolerance)
    )
  );
}
