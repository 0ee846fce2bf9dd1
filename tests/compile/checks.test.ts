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

test('a short cell asks at most once', async () => {
  const session = new Session();
  await session.value('let s = 0; for (let i = 0; i < 100; i++) s += i; s');
  expect(session.checks).toEqual(['loop 1']);
});
