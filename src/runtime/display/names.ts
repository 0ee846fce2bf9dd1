import { quote } from '../../modules/numpy/printing/quote';

/** The value of a data property anywhere on the prototype chain; a getter is not run. */
function dataProperty(value: object, key: string | symbol): unknown {
  for (
    let at: object | null = value;
    at !== null;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(at, key);
    if (descriptor) return descriptor.value;
  }
  return undefined;
}

/** The name of a value's class; `[Object: null prototype]` where it has none. */
export function typeName(value: object): string {
  let at: object | null = Object.getPrototypeOf(value) as object | null;
  if (at === null) {
    const tag = dataProperty(value, Symbol.toStringTag);
    return typeof tag === 'string' ? `[${tag}]` : '[Object: null prototype]';
  }
  for (; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const maker: unknown = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
    if (typeof maker === 'function') {
      const name = functionName(maker);
      if (name) return name;
    }
    // A generator has no constructor of its own, only a tag.
    const tag: unknown = Object.getOwnPropertyDescriptor(at, Symbol.toStringTag)?.value;
    if (typeof tag === 'string') return tag;
  }
  return 'Object';
}

function functionName(fn: object): string {
  const name: unknown = Object.getOwnPropertyDescriptor(fn, 'name')?.value;
  return typeof name === 'string' ? name : '';
}

/** A function without its body: `[Function: f]`, `[class A extends B]`. */
export function describeFunction(fn: object): string {
  const name = functionName(fn);
  const source = Function.prototype.toString.call(fn);
  if (/^class\b/.test(source)) {
    const parent: unknown = Object.getPrototypeOf(fn);
    const parentName = typeof parent === 'function' ? functionName(parent) : '';
    return `[class ${name || '(anonymous)'}${parentName ? ` extends ${parentName}` : ''}]`;
  }
  return `[${typeName(fn)}${name ? `: ${name}` : ' (anonymous)'}]`;
}

/** A property's key as it would stand in an object literal. */
export function describeKey(key: string | symbol): string {
  if (typeof key === 'symbol') return `[${key.toString()}]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? key : quote(key);
}

/** An error's name and message, without its stack. */
export function errorHeader(error: Error): string {
  const own = dataProperty(error, 'name');
  const type = typeName(error);
  const name = typeof own === 'string' && own !== 'Error' ? own : type;
  const message = dataProperty(error, 'message');
  return typeof message === 'string' && message !== '' ? `${name}: ${message}` : name;
}

/** What an error carries beside its message: its cause and the errors it stands for. */
export function errorParts(error: Error): [string, unknown][] {
  return ['cause', 'errors'].flatMap((key): [string, unknown][] => {
    const descriptor = Object.getOwnPropertyDescriptor(error, key);
    return descriptor ? [[`[${key}]`, descriptor.value]] : [];
  });
}
