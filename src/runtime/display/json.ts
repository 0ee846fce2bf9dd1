import type { Json } from '../../protocol/runtime';
import { isTypedArray } from './typedArray';

/**
 * A value as plain JSON: typed arrays as arrays, dates as ISO text, what is not finite or not
 * there as null. Functions and symbols are left out.
 * @throws TypeError where the value refers to itself.
 */
export function toJson(value: unknown, ancestors: readonly object[] = []): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return Number(value);
    case 'object':
      return value === null ? null : objectJson(value, ancestors);
    default:
      return null;
  }
}

function objectJson(value: object, ancestors: readonly object[]): Json {
  if (ancestors.includes(value)) throw new TypeError('The value refers to itself');
  const within = [...ancestors, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return Array.from(value, item => toJson(item, within));
  if (isTypedArray(value)) return Array.from(value, item => toJson(item));
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return toJson(value.toJSON(), within);
  }
  const entries = Object.entries(value).filter(
    ([, item]) => item !== undefined && typeof item !== 'function' && typeof item !== 'symbol'
  );
  return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item, within)]));
}
