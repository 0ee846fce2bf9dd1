import { expect, test } from 'vitest';
import { Session } from './session';

/** Code that never ends by itself, and what a check that stops it is told. */
const endless: Record<string, [source: string, site: string]> = {
  while: ['1\nwhile (true) {}', 'loop on line 2'],
  'while with nothing in it': ['while (true);', 'loop on line 1'],
  'while with one statement': ['let n = 0\nwhile (true) n++', 'loop on line 2'],
  'while with a continue': ['while (true) { continue }', 'loop on line 1'],
  'a labelled continue': [
    'a: while (true) { for (const x of [1]) { continue a } }',
    'loop on line 1'
  ],
  'do … while': ['do { } while (true)', 'loop on line 1'],
  'do with one statement': ['let n = 0; do n++; while (true)', 'loop on line 1'],
  'for without a head': ['for (;;) {}', 'loop on line 1'],
  'for with a condition': ['for (let i = 0; true;) continue', 'loop on line 1'],
  'for with a step': ['for (let i = 0; i >= 0; i++) { if (i) continue }', 'loop on line 1'],
  'for of': ['function* g() { for (;;) yield 1 }\nfor (const x of g()) ;', 'loop on line'],
  'for await': ['for await (const x of new Array(1e6));', 'loop on line 1'],
  'a loop that awaits': ['while (true) await null', 'loop on line 1'],
  'if in a loop': ['let n = 0; while (true) if (n) n--; else n++', 'loop on line 1'],
  'a loop in a static block': ['class A { static { for (;;); } }', 'loop on line 1'],
  'functions that call one another': [
    'const f = (n: number): any => n ? g(n) : 0\nfunction g(n: number) { return f(n) }\nfor (const x of [1]) [f].map(f => { try { f(1) } catch (e) { throw e } })',
    'function on line'
  ],
  'arrow functions in an array': [
    'Array.from({ length: 1e9 }, (_, i) => i * 2)',
    'function on line 1'
  ],
  methods: [
    'class A { get x() { return 1 } constructor() { this.f() } f() { return 1 } }\nconst as = [new A(), new A(), new A(), new A(), new A()]; Array.from({ length: 1e9 }, () => new A())',
    'function on line'
  ]
};

test.each(Object.entries(endless))('is stopped: %s', async (_, [source, site]) => {
  const session = new Session();
  session.limit = 5;
  session.budget = 100;
  expect(await session.failure(source)).toContain(`stopped in the ${site}`);
});

test('a cell that was stopped keeps its variables, and its functions run again', async () => {
  const session = new Session();
  session.limit = 3;
  await session.failure('let n = 0; function f() { return n }\nwhile (true) n++');
  session.limit = Infinity;
  expect(await session.value('f()')).toBeGreaterThan(1000);
});

test('checks change no result', async () => {
  const session = new Session();
  session.budget = 0;
  const value = await session.value(`
    const log: unknown[] = []
    for (let i = 0; i < 3; i++) log.push(() => i)
    outer: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue outer; log.push(a * b) } }
    let k = 0; do k++; while (k < 4)
    class B { v = 1 }; class C extends B { w; constructor() { super(); this.w = this.v } }
    const o = () => ({ a: 1 }), p = async (x: number) => x, g = function* () { yield* [1, 2] }
    if (k) for (const q in { z: 1 }) log.push(q); else log.push('never')
    ;[log.map(x => typeof x === 'function' ? x() : x), k, new C().w, o(), await p(2), [...g()]]`);
  expect(value).toEqual([[0, 1, 2, 1, 2, 'z'], 4, 1, { a: 1 }, 2, [1, 2]]);
});

/** Loops whose steps go by in strips, and the value of each. */
const strips: Record<string, [source: string, value: unknown]> = {
  'a sum of many steps': ['let s = 0; for (let i = 0; i < 5000; i++) s += i\ns', 12497500],
  'a condition with an effect': ['let n = 0; for (; n++ < 5000; );\nn', 5001],
  'a step of several parts': [
    'let s = 0; for (let i = 0, j = 9; i < 3000; i++, j += 2) { s = j }\ns',
    6007
  ],
  'no condition': ['let n = 0; for (;;) { if (n === 3000) break; n++ }\nn', 3000],
  'no step': ['let n = 0; for (let i = 0; i < 3000; ) { i += 2; n = i }\nn', 3000],
  continue: ['let s = 0; for (let i = 0; i < 3000; i++) { if (i % 2) continue; s++ }\ns', 1500],
  'break out of the loop, not only out of its strip': [
    'let s = 0; for (let i = 0; i < 9000; i++) { if (i > 4000) break; s = i }\ns',
    4000
  ],
  'a switch, whose break is its own': [
    'let s = 0; for (let i = 0; i < 3000; i++) { switch (i % 3) { case 0: s++; break; default: continue } s++ }\ns',
    2000
  ],
  while: ['let n = 0; while (n < 3000) n++\nn', 3000],
  'while with continue and break': [
    'let n = 0, s = 0; while (true) { n++; if (n % 2) continue; if (n > 3000) break; s++ }\ns',
    1500
  ],
  'return from within': [
    'function f() { for (let i = 0; i < 9000; i++) { if (i === 2000) return i } }\nf()',
    2000
  ],
  'loops in an if': [
    'let n = 0; if (n) while (n < 9) n++; else for (let i = 0; i < 2000; i++) n = i\nn',
    1999
  ],
  'an outer loop that goes on from within': [
    'let s = 0; outer: for (let i = 0; i < 50; i++) { for (let j = 0; j < 50; j++) { if (j > i) continue outer; s++ } }\ns',
    1275
  ],
  'a var of the cell': ['for (var i = 0; i < 2000; i++);\ni', 2000],
  'functions of Math': ['let s = 0; for (let i = 1; i <= 3000; i++) s += Math.sign(i)\ns', 3000],
  'each function its own variable': [
    'const fs: (() => number)[] = []; for (let i = 0; i < 3; i++) fs[i] = () => i\nfs.map(f => f())',
    [0, 1, 2]
  ],
  'await in the head': ['let n = 0; while (await (n < 2000)) n++\nn', 2000]
};

test.each(Object.entries(strips))('steps in strips: %s', async (_, [source, value]) => {
  for (const budget of [0, 1000]) {
    const session = new Session();
    session.budget = budget;
    expect(await session.value(source)).toEqual(value);
  }
});

test('an error in a strip is reported where it was written', async () => {
  const source = 'const a: any = [null]\nfor (let i = 0; i < a.length; i++) {\n  a[i].b = i\n}';
  expect(await new Session().failure(source)).toMatch(/^3:10 TypeError/);
});

test('a short cell asks at most once', async () => {
  const session = new Session();
  await session.value('let s = 0; for (let i = 0; i < 2000; i++) s += i; s');
  expect(session.checks).toEqual(['loop 1']);
});
