// WebAssembly's binary format, as far as our kernels need it.

/** Instructions, encoded. */
export type Code = readonly number[];

/** An unsigned number in as few bytes as it takes (LEB128). */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (; value > 0x7f; value >>>= 7) {
    bytes.push((value & 0x7f) | 0x80);
  }
  return [...bytes, value];
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  while (value < -64 || value > 63) {
    bytes.push((value & 0x7f) | 0x80);
    value >>= 7;
  }
  return [...bytes, value & 0x7f];
}

/** How the values of locals are named in the format. */
export const types = { i32: 0x7f, f32: 0x7d, v128: 0x7b } as const;
export type ValueType = keyof typeof types;

const simd = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
/** An aligned address is not asked for: 0 stands for bytes. */
const at = (offset: number): number[] => [0, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const add = (left: Code, right: Code): Code => [...left, ...right, 0x6a];
export const subtract = (left: Code, right: Code): Code => [...left, ...right, 0x6b];
export const multiply = (left: Code, right: Code): Code => [...left, ...right, 0x6c];
export const atLeast = (left: Code, right: Code): Code => [...left, ...right, 0x4e];
export const advance = (local: number, by: Code): Code => set(local, add(get(local), by));

export const when = (condition: Code, body: Code): Code => [
  ...condition,
  ...[0x04, 0x40],
  ...body,
  0x0b
];
/** A loop whose body ends with the condition under which it goes on. */
export const repeatWhile = (body: Code, condition: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...condition,
  ...[0x0d, 0, 0x0b]
];

/** What a kernel does with its elements, four at a time or one by one. */
export interface Lanes {
  type: 'f32' | 'v128';
  count: 1 | 4;
  load(address: Code, offset: number): Code;
  /** One element in all lanes. */
  spread(address: Code, offset: number): Code;
  store(address: Code, offset: number, value: Code): Code;
  /** left × right + sum */
  multiplyAdd(left: Code, right: Code, sum: Code): Code;
}

export const one: Lanes = {
  type: 'f32',
  count: 1,
  load: (address, offset) => [...address, 0x2a, ...at(offset)],
  spread: (address, offset) => [...address, 0x2a, ...at(offset)],
  store: (address, offset, value) => [...address, ...value, 0x38, ...at(offset)],
  multiplyAdd: (left, right, sum) => [...left, ...right, 0x94, ...sum, 0x92]
};

/** @param relaxed whether a product and a sum are one instruction, as in relaxed SIMD */
export const four = (relaxed: boolean): Lanes => ({
  type: 'v128',
  count: 4,
  load: (address, offset) => [...address, ...simd(0x00), ...at(offset)],
  spread: (address, offset) => [...address, ...simd(0x09), ...at(offset)],
  store: (address, offset, value) => [...address, ...value, ...simd(0x0b), ...at(offset)],
  multiplyAdd: (left, right, sum) =>
    relaxed
      ? [...left, ...right, ...sum, ...simd(0x105)]
      : [...left, ...right, ...simd(0xe6), ...sum, ...simd(0xe4)]
});

/** A function without a result, whose parameters are numbers of 32 bits. */
export interface Func {
  parameters: number;
  locals: readonly ValueType[];
  body: Code;
}

/**
 * A module that exports functions over a memory that it imports as `env.memory`.
 * @param shared whether threads share the memory
 */
export function encodeModule(
  functions: Record<string, Func>,
  shared: boolean
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(functions);
  const limits = shared ? [3, 0, ...unsigned(65536)] : [0, 0];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      entries.map(([, { parameters }]) => [
        0x60,
        ...list(Array<number[]>(parameters).fill([types.i32])),
        0
      ])
    ),
    ...section(2, [[...text('env'), ...text('memory'), 2, ...limits]]),
    ...section(
      3,
      entries.map((_, index) => unsigned(index))
    ),
    ...section(
      7,
      entries.map(([name], index) => [...text(name), 0, ...unsigned(index)])
    ),
    ...section(
      10,
      entries.map(([, { locals, body }]) => {
        const code = [...list(locals.map(type => [1, types[type]])), ...body, 0x0b];
        return [...unsigned(code.length), ...code];
      })
    )
  ]);
}

const list = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat()
];

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = list(items);
  return [id, ...unsigned(content.length), ...content];
}

const text = (name: string): number[] =>
  list(Array.from(new TextEncoder().encode(name), byte => [byte]));
