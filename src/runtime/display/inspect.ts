import { arrange } from './arrange';
import { shortest } from '../../modules/numpy/printing/digits';
import { describeFunction, describeKey, errorHeader, errorParts, typeName } from './names';
import { quote } from '../../modules/numpy/printing/quote';
import { findFormatter } from './registry';

/** How much of a value is written before the rest is abbreviated. */
const limits = {
  /** Levels of objects within objects. */
  depth: 4,
  /** Elements of one array, map, set or object. */
  items: 100,
  /** Elements of the whole value. */
  total: 3000,
  /** Characters of a string that stands alone, and of one inside another value. */
  text: 10_000,
  innerText: 500,
  /** Characters of a string that count as one more element of the whole. */
  line: 40
};

/**
 * A value as text, the way a console writes it. It runs none of the value's getters, reads only
 * what it writes, and never throws.
 */
export function inspect(value: unknown): string {
  try {
    const text = findFormatter(value, 'text')?.text?.(value);
    if (text !== undefined) return text;
  } catch {
    // Falls through to the value's own properties.
  }
  return new Inspector().write(value, 0);
}

/** Writes one value; remembers where it is, so that cycles and excess come out short. */
class Inspector {
  private readonly ancestors: object[] = [];
  /** Objects that refer to themselves, by the number they are marked with. */
  private readonly circular = new Map<object, number>();
  private written = 0;

  write(value: unknown, depth: number): string {
    switch (typeof value) {
      case 'string':
        return this.string(value, depth === 0 ? limits.text : limits.innerText);
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'bigint':
        return `${value}n`;
      case 'function':
      case 'object':
        return value === null ? 'null' : this.guarded(value, depth);
      default:
        return String(value);
    }
  }

  private string(text: string, limit: number): string {
    const shown = Math.min(text.length, limit);
    this.written += Math.floor(shown / limits.line);
    return abbreviate(text, limit);
  }

  /** A proxy's traps may throw at every step: what cannot be read is said to be so. */
  private guarded(value: object, depth: number): string {
    const before = this.ancestors.length;
    try {
      return this.object(value, depth);
    } catch {
      this.ancestors.length = before;
      return '[object that cannot be read]';
    }
  }

  private object(value: object, depth: number): string {
    if (this.ancestors.includes(value)) return `[Circular *${this.mark(value)}]`;
    const label = depth > 0 ? findFormatter(value, 'label')?.label?.(value) : undefined;
    if (label !== undefined) return `[${label}]`;
    if (depth > limits.depth || this.written > limits.total) {
      return `[${Array.isArray(value) ? 'Array' : typeName(value)}]`;
    }
    this.ancestors.push(value);
    const text = this.contents(value, depth);
    this.ancestors.pop();
    const mark = this.circular.get(value);
    return mark === undefined ? text : `<ref *${mark}> ${text}`;
  }

  private mark(value: object): number {
    const mark = this.circular.get(value) ?? this.circular.size + 1;
    this.circular.set(value, mark);
    return mark;
  }

  private contents(value: object, depth: number): string {
    const inner = depth + 1;
    const indent = 2 * depth;
    const name = typeName(value);
    if (Array.isArray(value)) {
      const prefix = name === 'Array' ? '' : `${name}(${value.length}) `;
      return prefix + arrange('[', this.elements(value, inner), ']', indent, 'grid');
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      return this.typedArray(value as ArrayBufferView & ArrayLike<number | bigint>, name, indent);
    }
    if (value instanceof ArrayBuffer || isShared(value)) return this.buffer(value, name);
    if (typeof value === 'function') return this.wrapped(describeFunction(value), value, inner);
    if (value instanceof Error) {
      const parts = errorParts(value).map(([key, part]) => `${key}: ${this.write(part, inner)}`);
      const own = this.properties(value, inner, ['name', 'message', 'stack', 'cause', 'errors']);
      const entries = [...parts, ...own];
      const header = depth === 0 ? errorHeader(value) : `[${errorHeader(value)}]`;
      return entries.length === 0 ? header : `${header} ${arrange('{', entries, '}', indent)}`;
    }
    if (value instanceof Date) {
      const time = Date.prototype.getTime.call(value);
      const text = Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString();
      return this.wrapped(text, value, inner);
    }
    if (value instanceof RegExp) {
      return this.wrapped(RegExp.prototype.toString.call(value), value, inner);
    }
    if (value instanceof Map) {
      const size = Reflect.get(Map.prototype, 'size', value) as number;
      const pairs = this.take(Map.prototype.entries.call(value), size, ([key, item]) => {
        return `${this.write(key, inner)} => ${this.write(item, inner)}`;
      });
      return `${name}(${size}) ${arrange('{', pairs, '}', indent)}`;
    }
    if (value instanceof Set) {
      const size = Reflect.get(Set.prototype, 'size', value) as number;
      const items = this.take(Set.prototype.values.call(value), size, item =>
        this.write(item, inner)
      );
      return `${name}(${size}) ${arrange('{', items, '}', indent)}`;
    }
    if (value instanceof WeakMap || value instanceof WeakSet) return `${name} { <items unknown> }`;
    if (value instanceof Number || value instanceof String || value instanceof Boolean) {
      return this.wrapped(
        `[${name}: ${this.write(value.valueOf(), inner)}]`,
        value,
        inner,
        /^\d+$/
      );
    }
    const prefix = name === 'Object' ? '' : `${name} `;
    return prefix + arrange('{', this.properties(value, inner), '}', indent);
  }

  /** A value with a text of its own, followed by properties that were added to it. */
  private wrapped(text: string, value: object, depth: number, omit?: RegExp): string {
    const own = this.properties(value, depth, [], omit);
    return own.length === 0 ? text : `${text} ${arrange('{', own, '}', 2 * (depth - 1))}`;
  }

  private elements(array: unknown[], depth: number): string[] {
    const entries: string[] = [];
    let empty = 0;
    const flush = () => {
      if (empty > 0) entries.push(`<${empty} empty item${empty === 1 ? '' : 's'}>`);
      empty = 0;
    };
    const shown = Math.min(array.length, limits.items);
    for (let i = 0; i < shown; i++) {
      const descriptor = Object.getOwnPropertyDescriptor(array, i);
      if (!descriptor) {
        empty++;
        continue;
      }
      flush();
      entries.push(this.property(descriptor, depth));
    }
    flush();
    if (array.length > shown) entries.push(more(array.length - shown));
    // Listing the keys of a long array takes as long as reading all of it.
    const named = array.length > shown ? [] : this.properties(array, depth, [], /^\d+$/);
    return [...entries, ...named];
  }

  private typedArray(
    array: ArrayBufferView & ArrayLike<number | bigint>,
    name: string,
    indent: number
  ): string {
    const shown = Math.min(array.length, limits.items);
    this.written += shown;
    const entries = Array.from({ length: shown }, (_, i) => {
      const x = array[i] ?? 0;
      return array instanceof Float32Array
        ? this.write(shortest(Number(x), 'float32'), 1)
        : this.write(x, 1);
    });
    if (array.length > shown) entries.push(more(array.length - shown));
    return `${name}(${array.length}) ${arrange('[', entries, ']', indent, 'grid')}`;
  }

  private buffer(buffer: ArrayBufferLike, name: string): string {
    const length = buffer.byteLength;
    const bytes = new Uint8Array(buffer, 0, Math.min(length, 16));
    const shown = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(' ');
    const rest = length > bytes.length ? ' ...' : '';
    return `${name}(${length}) { <${shown}${rest}> }`;
  }

  /** Own enumerable properties as `key: value`. */
  private properties(
    value: object,
    depth: number,
    omit: string[] = [],
    omitPattern?: RegExp
  ): string[] {
    const entries: string[] = [];
    let left = 0;
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key === 'string' && (omit.includes(key) || omitPattern?.test(key))) continue;
      if (entries.length >= limits.items) {
        left++;
        continue;
      }
      entries.push(...this.entry(value, key, depth));
    }
    return left > 0 ? [...entries, more(left)] : entries;
  }

  private entry(value: object, key: string | symbol, depth: number): string[] {
    let text: string;
    try {
      const descriptor = Object.getOwnPropertyDescriptor(value, key);
      if (!descriptor?.enumerable) return [];
      text = this.property(descriptor, depth);
    } catch {
      // An export of a module that has not run yet, or a proxy's trap.
      text = '<cannot be read>';
    }
    return [`${describeKey(key)}: ${text}`];
  }

  private property(descriptor: PropertyDescriptor, depth: number): string {
    this.written++;
    if (descriptor.get) return descriptor.set ? '[Getter/Setter]' : '[Getter]';
    if (descriptor.set) return '[Setter]';
    return this.write(descriptor.value, depth);
  }

  private take<T>(items: Iterable<T>, size: number, write: (item: T) => string): string[] {
    const entries: string[] = [];
    for (const item of items) {
      if (entries.length >= limits.items) {
        entries.push(more(size - limits.items));
        break;
      }
      this.written++;
      entries.push(write(item));
    }
    return entries;
  }
}

const more = (count: number) => `... ${count} more item${count === 1 ? '' : 's'}`;

/** A quoted string, cut where it gets long. */
function abbreviate(text: string, limit: number): string {
  if (text.length <= limit) return quote(text);
  return `${quote(text.slice(0, limit))}... ${text.length - limit} more characters`;
}

const isShared = (value: object): value is SharedArrayBuffer =>
  typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer;
