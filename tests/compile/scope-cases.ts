/**
 * What names mean in cells that run from top to bottom. The kernel runs these, and the language
 * service has to see them the same way.
 */

/** Cells, and the value of the last one. */
export const values: Record<string, [cells: string[], value: unknown]> = {
  'a const of an earlier cell': [['const a = 2', 'a + 1'], 3],
  'a const declared again in another cell': [['const a = 2', 'const a = 3', 'a'], 3],
  'a let changed by another cell': [['let a = 1', 'a += 4; a++', 'a'], 6],
  'a closure that sees a later change': [['let a = 1; const f = () => a', 'a = 7', 'f()'], 7],
  'a function that only a later cell declares': [
    ['function f() { return g() }', 'function g() { return 5 }', 'f()'],
    5
  ],
  'a function used above its declaration': [['const a = f(); function f() { return 4 }', 'a'], 4],
  'the last of two functions of one name': [
    ['function f() { return 1 } function f() { return 2 }', 'f()'],
    2
  ],
  recursion: [
    ['function f(n: number): number { return n < 2 ? n : f(n - 1) + f(n - 2) }', 'f(15)'],
    610
  ],
  'var is hoisted': [
    ['const seen = typeof v + String(v); var v = 1', 'seen'],
    'undefinedundefined'
  ],
  'var in a block belongs to the cell': [['if (true) { var v = 3 }', 'v'], 3],
  'var in the head of a loop': [['for (var i = 0, n = 4; i < n; i++) {}', 'i + n'], 8],
  'var in for-of': [['for (var x of [1, 2]);', 'x'], 2],
  'a var pattern in for-of': [
    ['for (var { a, b: [c] } of [{ a: 1, b: [2] }]) {}', '[a, c]'],
    [1, 2]
  ],
  'var in for-in': [['for (var k in { q: 1 }) {}', 'k'], 'q'],
  'var without a value keeps the earlier one': [['var v = 1', 'var v; v'], 1],
  'var beside a function of its name': [
    ['var f; function f() { return 1 }', 'typeof f'],
    'function'
  ],
  'a block of its own': [['let a = 1; { let a = 2 } a'], 1],
  'a parameter of the same name': [['let a = 1; const f = (a: number) => a * 2', 'f(8)'], 16],
  'a default that reads the outer name': [
    ['let x = 1; function f(a = x) { var x = 5; return [a, x] }', 'f()'],
    [1, 5]
  ],
  'a local function of the same name': [['let g = 1; { function g() {} } g'], 1],
  'a catch binding of the same name': [['let e = 1; try { throw 2 } catch (e) { e } e'], 1],
  'a named function expression': [
    ['let f = 3; const h = function f(n: number): number { return n ? f(n - 1) : 9 }', 'h(2)'],
    9
  ],
  'a switch with names of its own': [
    ['let a = 1; switch (1 as number) { case 1: let a = 2; break; default: a = 3 } a'],
    1
  ],
  'the name of a class within it': [['class C { static me() { return C } }', 'C.me() === C'], true],
  'labels are no names': [
    [
      'let outer = 0; outer: for (;;) { outer += 1; if (outer > 2) break outer; continue outer }',
      'outer'
    ],
    3
  ],
  'properties are no names': [
    [
      'let a = 1; const o = { a: 5, b() { return this.a }, get c() { return a } }',
      '[o.a, o.b(), o.c, o["a"]]'
    ],
    [5, 5, 1, 5]
  ],
  'shorthand properties': [['let a = 1, b = 2; const o = { a, b }', 'o'], { a: 1, b: 2 }],
  'typeof a name that nobody declared': [['typeof nobody'], 'undefined'],
  'typeof a name of an earlier cell': [['let a = 1', 'typeof a'], 'number'],
  'globals stay': [
    ['[Math.max(1, 2), typeof console, typeof undefined]'],
    [2, 'object', 'undefined']
  ],
  'a name that hides a global': [
    [
      'const Map = 5, performance = 1, name = "n", self = 2, Symbol = 3',
      '[Map, performance, name, self, Symbol]'
    ],
    [5, 1, 'n', 2, 3]
  ],
  'a global made while running': [
    [
      '(globalThis as Record<string, unknown>).made = 4; const m = made; delete (globalThis as any).made; m'
    ],
    4
  ],
  'this is undefined': [['this'], undefined],
  'this of a called function is undefined': [['function f() { return this }', 'f()'], undefined],
  'this of a tag is undefined': [
    ['function t(this: unknown, s: TemplateStringsArray) { return [this, s[0]] }', 't`x`'],
    [undefined, 'x']
  ],
  'this of a method': [['const o = { x: 1, f() { return this.x } }', 'o.f()'], 1],
  'a call in brackets, an optional call and an assertion': [
    ['function f() { return this }', '[(f)(), f?.(), f!(), (f as any)()]'],
    [undefined, undefined, undefined, undefined]
  ],
  'names of functions': [
    [
      'const f = () => 1; let g = function () {}; const C = class {}; let h; h = () => 2; const { k = () => 3 } = {} as any; let l: any; l ??= () => 4',
      '[f.name, g.name, C.name, h.name, k.name, l.name]'
    ],
    ['f', 'g', 'C', 'h', 'k', 'l']
  ],
  'a name such as __proto__': [
    ['const __proto__ = () => 1', '[__proto__.name, __proto__()]'],
    ['__proto__', 1]
  ],
  'names that look like ours': [
    ['const $$_a = 1, $$cell = 2, $ = 3, $$steps = 4; let a = 5', '[$$_a, $$cell, $, $$steps, a]'],
    [1, 2, 3, 4, 5]
  ],
  destructuring: [
    [
      'const { a, b: { c = 2, ["d" + 1]: d }, ...rest } = { a: 1, b: { d1: 4 }, e: 5, f: 6 } as any, [x, , y = 3, ...z] = [1, 2, undefined, 7]',
      '[a, c, d, rest, x, y, z]'
    ],
    [1, 2, 4, { e: 5, f: 6 }, 1, 3, [7]]
  ],
  'destructuring assignment': [
    [
      'let a: any, b: any, c: any, o: any = {}',
      '({ a, b: [b, o.p], c = 4 } = { a: 1, b: [2, 3] } as any); [a, b] = [b, a]',
      '[a, b, c, o]'
    ],
    [2, 1, 4, { p: 3 }]
  ],
  'a rest in destructuring assignment': [
    ['let a, r; ({ a, ...r } = { a: 1, b: 2 }); [a, ...[r]] = [3, r]', '[a, r]'],
    [3, { b: 2 }]
  ],
  'for-of over a name of the cell': [['let x; for (x of [1, 2]) {} x'], 2],
  'for-of over a pattern of names': [['let x, y; for ([x, y] of [[1, 2]]) {} [x, y]'], [1, 2]],
  'arguments in a function': [
    ['function f() { const g = () => arguments.length; return g() }', 'f(1, 2)'],
    2
  ],
  'await at the top level': [['const a = await Promise.resolve(3); a'], 3],
  'await before a bracket': [['await (async () => 4)()'], 4],
  'for await at the top level': [
    ['let s = 0; for await (const x of (async function* () { yield 1; yield 2 })()) s += x', 's'],
    3
  ],
  exports: [
    [
      'export const a = 1; export function f() { return a } export class C {} export { a as b }; export default f() + 1',
      '[a, f(), typeof C]'
    ],
    [1, 1, 'function']
  ],
  'a default export is a value': [['export default { a: 1 }'], { a: 1 }],
  'a nameless default export': [['export default function () {}\n1'], 1]
};

/** Cells, and the failure of the last one with its place. */
export const failures: Record<string, [cells: string[], failure: string]> = {
  'a name that nobody declared': [
    ['1;\n  nobody + 1'],
    '2:3 ReferenceError: nobody is not defined'
  ],
  'an assignment to a name that nobody declared': [
    ['nobody = 1'],
    '1:8 ReferenceError: nobody is not defined'
  ],
  'a let before its declaration': [
    ['a;\nlet a = 1'],
    "1:1 ReferenceError: Cannot access 'a' before initialization"
  ],
  'typeof before a declaration': [
    ['typeof a; let a = 1'],
    "1:8 ReferenceError: Cannot access 'a' before initialization"
  ],
  'a class before its declaration': [
    ['new C(); class C {}'],
    "1:5 ReferenceError: Cannot access 'C' before initialization"
  ],
  'an assignment before the declaration': [
    ['a = 1; let a'],
    "1:3 ReferenceError: Cannot access 'a' before initialization"
  ],
  'a const assigned in its cell': [
    ['const a = 1\na = 2'],
    '2:3 TypeError: Assignment to constant variable.'
  ],
  'a const assigned in a later cell': [
    ['const a = 1', ' a++'],
    '1:3 TypeError: Assignment to constant variable.'
  ],
  'a const assigned by a pattern': [
    ['const a = 1', '[a] = [2]'],
    '1:2 TypeError: Assignment to constant variable.'
  ],
  'a const assigned by a loop': [
    ['const a = 1', 'for (a of [2]) {}'],
    '1:6 TypeError: Assignment to constant variable.'
  ],
  'a const of a later cell, assigned by an earlier function': [
    ['function f() { k = 2 }', 'const k = 1', 'f()'],
    '1:1 TypeError: Assignment to constant variable.'
  ],
  'a let declared twice': [
    ['let a = 1\nlet a = 2'],
    "2:5 SyntaxError: 'a' is already declared in this cell, on line 1."
  ],
  'a class beside a const': [
    ['const C = 1;\n class C {}'],
    "2:8 SyntaxError: 'C' is already declared in this cell, on line 1."
  ],
  'a function beside a let': [
    ['function f() {}\nlet f = 1'],
    "2:5 SyntaxError: 'f' is already declared in this cell, on line 1."
  ],
  'an import beside a const': [
    ["import { a } from 'm'\nconst a = 1"],
    "2:7 SyntaxError: 'a' is already declared in this cell, on line 1."
  ],
  'a var in a block beside a let': [
    ['let a = 1; {\n var a = 2 }'],
    "2:6 SyntaxError: 'a' is already declared in this cell, on line 1."
  ],
  'return at the top level': [
    ['if (true) return 1'],
    "1:11 SyntaxError: 'return' belongs inside a function; a cell's last expression is its value."
  ],
  'arguments at the top level': [
    ['const f = () => arguments'],
    "1:17 SyntaxError: 'arguments' exists only inside a function."
  ],
  'a variable deleted': [
    ['let a = 1; delete a'],
    "1:12 SyntaxError: 'delete' takes a property, such as 'delete o.x'; a variable stays."
  ],
  'a variable named eval': [
    ['const eval = 1'],
    "1:7 SyntaxError: 'eval' cannot be the name of a variable."
  ],
  'no function': [['const a: any = 1', '\n  a()'], '2:3 TypeError: a is not a function'],
  'no method': [['const a: any = {}', 'a.b()'], '1:3 TypeError: a.b is not a function'],
  'no constructor': [['const a: any = 1', 'new a()'], '1:1 TypeError: a is not a constructor'],
  'nothing to iterate': [
    ['const a: any = 1', 'const [b] = a'],
    '1:13 TypeError: number 1 is not iterable'
  ],
  'nothing to destructure': [
    ['let o: any', 'const { b } = o'],
    "1:9 TypeError: Cannot destructure property 'b' of 'o' as it is undefined."
  ]
};
