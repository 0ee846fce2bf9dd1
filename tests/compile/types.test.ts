import { expect, test } from 'vitest';
import { Session } from './session';

/** Cells of TypeScript that JavaScript does not know, and the value of the last one. */
const cases: Record<string, [cells: string[], value: unknown]> = {
  annotations: [
    [
      'let a: number = 1, b!: string; const f = (x?: number, ...r: number[]): number => (x ?? 0) + r.length; f(2, 1)'
    ],
    3
  ],
  'as, satisfies, ! and <T>': [
    ['const o = { a: 1 } as { a?: number } satisfies object; <number>o.a! + (o!.a as number)'],
    2
  ],
  'a type of several lines before an arrow': [
    ['const f = (\n  a: number\n): {\n  b: number;\n} => ({ b: a });\nf(2).b'],
    2
  ],
  'type parameters of several lines': [
    ['const f = async <\n  T\n>(a: T): Promise<T> => a;\nawait f(3)'],
    3
  ],
  'an assertion of several lines after return': [
    ['function f() {\n  return <{\n    a: number\n  }>{ a: 1 };\n}\nf()'],
    { a: 1 }
  ],
  'types and interfaces': [
    [
      'type A = { a: number }\ninterface B extends A { b: string }\nconst b: B = { a: 1, b: "x" }; b.a'
    ],
    1
  ],
  'a type between two lines': [['const a = 1\ntype T = number\n;(a)'], 1],
  'a line that begins with a call': [['const f = () => 5\nconst a = 1\nf()'], 5],
  'a call after return': [['const f = () => 5\nfunction g() { return 2\nf() }', 'g()'], 2],
  'type arguments': [['new Map<string, number[]>([["a", [1]]]).get("a")'], [1]],
  'an instantiation expression': [['const make = Set<number>; new make([1]).size'], 1],
  generics: [
    [
      'function id<T extends object = {}>(this: void, x: T): x is T { return x as any } id({ a: 1 })'
    ],
    { a: 1 }
  ],
  overloads: [
    [
      'function f(a: string): string\nfunction f(a: number): number\nfunction f(a: any) { return a }\nf(4)'
    ],
    4
  ],
  declare: [
    [
      'declare const x: number; declare function y(): void; declare module "m" {} declare global { var q: number }\ntypeof x'
    ],
    'undefined'
  ],
  'declared names do not hide those of other cells': [
    ['const x = 3', 'declare const x: number\nx'],
    3
  ],
  'an abstract class': [
    [
      'abstract class A { abstract a: number; abstract f(): void; g() { return 1 } } class B extends A { a = 2; f() {} override g() { return super.g() + this.a } }',
      'new B().g()'
    ],
    3
  ],
  'class members': [
    [
      'class C<T> implements Iterable<T> { declare d: number; readonly a: T; private static s = 5; protected x?: number; [key: string]: unknown; constructor(a: T) { this.a = a } *[Symbol.iterator]() { yield this.a } static get() { return C.s } m?(): void }',
      '[[...new C(2)], C.get(), "d" in new C(1), "x" in new C(1)]'
    ],
    [[2], 5, false, true]
  ],
  'private fields and static blocks': [
    [
      'class P { #a = 1; static n = 0; static { var k = 2; for (const i of [1, 2]) P.n += i + k } get a() { return this.#a } set a(v) { this.#a = v } static has(o: object) { return #a in o } }',
      'const p = new P(); p.a = 4; [p.a, P.n, P.has(p), P.has({})]'
    ],
    [4, 7, true, false]
  ],
  'parameter properties': [
    [
      'class A { constructor(public a: number, private readonly b = a + 1) {} sum() { return this.a + this.b } }',
      'new A(1).sum()'
    ],
    3
  ],
  'parameter properties after super': [
    [
      'class A { constructor(readonly a: number) {} } class B extends A { constructor(public b: number) { super(b * 2); this.b += 1 } }',
      'const b = new B(2); [b.a, b.b]'
    ],
    [4, 3]
  ],
  enums: [
    [
      'enum E { A, B = 5, C, D = "d" as any, F = A + B, "g h" }',
      '[E.A, E.B, E.C, E.D, E.F, E["g h"], E[5], E[6]]'
    ],
    [0, 5, 6, 'd', 5, 6, 'F', 'g h']
  ],
  'an enum with names of the cell': [
    ['const k = 3; enum E { A = k << 1, B = A | 1, C = E.B + 1, }', '[E.A, E.B, E.C]'],
    [6, 7, 8]
  ],
  'enums that merge': [
    ['enum E { A = 1 } enum E { B = A + 1 }', '[E.A, E.B, E[2]]'],
    [1, 2, 'B']
  ],
  'an enum of another cell is replaced': [
    ['enum E { A }', 'enum E { B }', '[E.B, "A" in E]'],
    [0, false]
  ],
  'const enums': [['const enum E { A = 1, B }', 'E.B'], 2],
  'a local enum': [['function f() { enum E { A = 4 } return E.A }', 'f()'], 4],
  namespaces: [
    [
      'namespace N { const hidden = 1; export const a = hidden + 1; export let b = a; export function f() { b += 1; return g() } function g() { return b } export class C { static x = a } export enum E { Z = 9 } export interface I {} export type T = I }',
      '[N.a, N.f(), N.b, N.C.x, N.E.Z, "hidden" in N]'
    ],
    [2, 3, 3, 2, 9, false]
  ],
  'namespaces within namespaces': [
    [
      'namespace A.B { export const x = 1; export namespace C { export const y = x + 1 } }',
      '[A.B.x, A.B.C.y]'
    ],
    [1, 2]
  ],
  'namespaces that merge': [
    ['namespace N { export const a = 1 } namespace N { export const b = a + 1 }', '[N.a, N.b]'],
    [1, 2]
  ],
  'a namespace on a function': [
    ['function f() { return f.x } namespace f { export const x = 8 }', 'f()'],
    8
  ],
  'a namespace on a class': [['class C {} namespace C { export const x = 8 }', 'C.x'], 8],
  'a namespace of types': [
    ['namespace T { export type A = number }\nconst a: T.A = 1; typeof T'],
    'undefined'
  ],
  'an alias': [
    ['namespace N { export namespace M { export const y = 6 } }', 'import M = N.M; M.y'],
    6
  ],
  'destructured variables of a namespace': [
    ['namespace N { export const { a, b: [c] } = { a: 1, b: [2] } }', '[N.a, N.c]'],
    [1, 2]
  ],
  'catch with a type': [['try { throw 1 } catch (e: unknown) { (e as number) + 1 }\n2'], 2],
  'getters, setters and computed names': [
    [
      'const k = "x"; class C { get [k](): number { return 1 } static async *[`${k}y`]() { yield 2 } }',
      '[new C().x, (await C.xy().next()).value]'
    ],
    [1, 2]
  ],
  'object methods with types': [
    [
      'const o = { f<T>(a: T): T { return a }, async g(): Promise<number> { return 2 }, *h(): Generator<number> { yield 3 } }; [o.f(1), await o.g(), ...o.h()]'
    ],
    [1, 2, 3]
  ],
  'accessor fields': [
    [
      'class C { accessor x = 1; static accessor y: number = 2 }',
      'const c = new C(); c.x += 4; [c.x, C.y, Object.keys(c)]'
    ],
    [5, 2, []]
  ],
  decorators: [
    [
      'const seen: string[] = []; function log(value: any, context: any) { seen.push(context.kind + " " + String(context.name)) }',
      '@log\nclass D {\n  @log m() { return K }\n  @log f = 1\n}\nconst K = 3',
      '[seen, new D().m(), D.name]'
    ],
    [['method m', 'field f', 'class D'], 3, 'D']
  ],
  'a template with names': [['const a = 1; `x${a}y${`${a + 1}`}`'], 'x1y2'],
  'comments in odd places': [
    ['const /* a */ a /* b */ : /* c */ number /* d */ = /* e */ 1 // f', 'a'],
    1
  ],
  'text that looks like markup': [['const s = "</script><!--"; s'], '</script><!--'],
  'what a script would read as a comment': [
    ['let n = 2, c = 0; while (n --> 0) c++; let a = 1; const b = 2 <!--a; [c, b]'],
    [2, false]
  ],
  'Windows line ends': [['const a = 1\r\nconst b = 2\r\na + b\r\n'], 3],
  'old line ends': [['// x\rconst a = 1\ra'], 1],
  'a first line for a shell': [['#!/usr/bin/env node\n7'], 7],
  'a source address of its own': [['1\n//# sourceURL=other.ts'], 1],
  'astral characters': [['const 𝒳 = "😀"; 𝒳 + "é"'], '😀é'],
  'escapes in names': [['const \\u0061b = 1; ab'], 1],
  nothing: [[''], undefined],
  'comments alone': [['// nothing\n/* here */'], undefined],
  'a comment at the end': [['1 // one'], 1]
};

test.each(Object.entries(cases))('%s', async (_, [cells, value]) => {
  expect(await new Session().value(...cells)).toEqual(value);
});
