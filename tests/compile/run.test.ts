import { expect, test } from 'vitest';
import { compile, demangle, isComplete, load } from '../../src/compile';
import { Session } from './session';

const shown: Record<string, [source: string, hasValue: boolean]> = {
  'an expression': ['1 + 1', true],
  'an expression with a semicolon': ['1 + 1;', true],
  'an expression with stray semicolons': ['1 + 1;;', true],
  'an expression in brackets': ['(1 + 1)', true],
  'an object in brackets': ['({ a: 1 })', true],
  'an assignment': ['let a; a = 1', false],
  'an assignment in brackets': ['let a; (a = 1)', false],
  'an increment': ['let a = 1; a++', false],
  'a void expression': ['void 0', false],
  'a declaration': ['1; const a = 1', false],
  'a block': ['{ a: 1 }', false],
  nothing: ['', false]
};

test.each(Object.entries(shown))(
  'whether a cell has a value: %s',
  async (_, [source, hasValue]) => {
    expect(await new Session().run(source)).toMatchObject({ ok: true, hasValue });
  }
);

test('a promise at the end is awaited', async () => {
  expect(await new Session().value('Promise.resolve(4)')).toBe(4);
});

function withModules(): Session {
  const session = new Session();
  session.modules = {
    numpy: { array: (a: unknown) => [a], pi: 3, default: 'np' },
    './late.ts': { late: 1 }
  };
  return session;
}

test('imports bind names, all before the rest of the cell', async () => {
  const session = withModules();
  const value = await session.value(
    `const before = typeof np + typeof late
     import np, { pi as π, array } from 'numpy'
     import * as all from 'numpy'; import { late } from './late.ts'
     import './late.ts'; [before, np, π, array(1), all.pi, late]`
  );
  expect(value).toEqual(['stringnumber', 'np', 3, [1], 3, 1]);
  expect(session.imported).toEqual(['numpy', 'numpy', './late.ts', './late.ts']);
  expect(await session.value('[π, (await import("numpy")).pi]')).toEqual([3, 3]);
});

test('types are not imported', async () => {
  const session = withModules();
  await session.value(
    `import type { Nothing } from 'nowhere'
     import { type Shape, Like, pi } from 'numpy'
     const a: Like = 1 as Shape`
  );
  expect(session.imported).toEqual(['numpy']);
  expect(await session.value('pi')).toBe(3);
});

const importFailures: Record<string, [source: string, failure: string]> = {
  'an unknown export': [
    "1\nimport { foo } from 'numpy'\n2",
    "2:1 SyntaxError: 'numpy' has no export named 'foo'."
  ],
  'no default export': [
    "import a from './late.ts'",
    "1:1 SyntaxError: './late.ts' has no default export; import its exports by name, in braces."
  ],
  'an imported name assigned': [
    "import { pi } from 'numpy'\npi = 4",
    '2:4 TypeError: Assignment to constant variable.'
  ],
  'import.meta': ['import.meta.url', "1:1 SyntaxError: 'import.meta' does not exist in a cell."]
};

test.each(Object.entries(importFailures))('import: %s', async (_, [source, failure]) => {
  expect(await withModules().failure(source)).toBe(failure);
});

test('a module that fails to load ends the cell before it began', async () => {
  const session = new Session();
  const failure = await session.failure("const a = 1\nimport 'nowhere'");
  expect(failure).toContain("There is no module 'nowhere'.");
  expect(session.boxes.has('a')).toBe(false);
});

const broken: Record<string, [source: string, failure: string]> = {
  'a missing bracket': ['const a = (1 + 2\nconst b = 1', "2:1 SyntaxError: ')' is missing here."],
  'a missing expression': ['const a =', '1:10 SyntaxError: An expression is missing here.'],
  'an open text': ['const a = "x\n1', '1:13 SyntaxError: This text has no closing quote.'],
  'a stray bracket': [
    '1\n}',
    '2:1 SyntaxError: No statement can begin like this; is there a bracket too many before it?'
  ],
  JSX: [
    '1\nconst a = <b>x</b>',
    '2:11 SyntaxError: Cells are TypeScript without JSX: no <tags> in the code.'
  ],
  'a break outside a loop': [
    '1\n  break',
    "2:3 SyntaxError: A 'break' statement can only be used within an enclosing iteration or switch statement."
  ],
  'await in a plain function': [
    'function f() {\n  await g()\n}',
    "2:3 SyntaxError: 'await' works only in an async function: write 'async' before this one."
  ],
  'await before a bracket in a plain function': [
    'const f = () => await (g())',
    "1:17 SyntaxError: 'await' works only in an async function: write 'async' before this one."
  ],
  'for await in a plain function': [
    'function f() { for await (const x of []) {} }',
    "1:20 SyntaxError: 'await' works only in an async function: write 'async' before this one."
  ],
  'yield in a plain function': [
    'function f() { yield (1) }',
    "1:16 SyntaxError: 'yield' works only in a generator: write 'function*' for this one."
  ],
  'a local declared twice': [
    'function f() {\n  let a = 1\n  let a = 2\n}',
    "2:7 SyntaxError: Cannot redeclare block-scoped variable 'a'."
  ],
  'an assignment to a number': [
    '2\n1 = 2',
    '2:1 SyntaxError: The left-hand side of an assignment expression must be a variable or a property access.'
  ],
  'a with statement': [
    '1;\nwith (Math) {}',
    "2:1 SyntaxError: 'with' statements are not allowed in strict mode."
  ]
};

test.each(Object.entries(broken))('does not run: %s', async (_, [source, failure]) => {
  expect(await new Session().failure(source)).toBe(failure);
});

test('a stack points at the line and column that the learner wrote', async () => {
  const session = new Session();
  await session.value('function thrower(n: number) {\n  if (n === 3) throw new Error("three");\n}');
  const failure = await session.failure(
    'const xs = [1, 2, 3]\nfor (const x of xs) {\n  xs.map(y => thrower(x))\n}'
  );
  expect(failure).toBe('3:15 Error: three');
});

test('a stack points into a class with decorators', async () => {
  const failure = await new Session().failure(
    `function log(_: unknown, context: object) {}
@log
class A {
  @log static f() {
    throw new Error('here')
  }
}

A.f()`
  );
  expect(failure).toBe('5:11 Error: here');
});

test('generated code keeps its lines', () => {
  const source =
    'import {\n  a\n} from "m"\ntype T = {\n  x: number\n}\nenum E {\n  A,\n  B\n}\nconst f = (\n  x: {\n    y: number\n  }\n): {\n  z: number\n} => x as any\nmark()';
  const compiled = compile(source, { file: 'c.ts', declared: new Map(), isGlobal: () => false });
  const lines = compiled.ok ? compiled.code.split('\n') : [];
  expect(lines[17]).toContain('mark');
});

const completeness: Record<string, [source: string, status: object]> = {
  'one line': ['1 + 1', { status: 'complete' }],
  'a function': ['function f() {\n}', { status: 'complete' }],
  'an open block': ['function f() {', { status: 'incomplete', indent: '  ' }],
  'an open block within one': ['{\n  if (a) {\n    b()', { status: 'incomplete', indent: '    ' }],
  'an open template': ['`a', { status: 'incomplete', indent: '' }],
  'an open comment': ['/* a', { status: 'incomplete', indent: '' }],
  'an operator at the end': ['1 +', { status: 'incomplete', indent: '' }],
  'an open text': ['"a', { status: 'invalid' }],
  'a stray bracket': [') 1', { status: 'invalid' }],
  nothing: ['', { status: 'complete' }]
};

test.each(Object.entries(completeness))('completeness: %s', (_, [source, status]) => {
  expect(isComplete(source)).toEqual(status);
});

test('a cell of 2,000 lines runs', async () => {
  const lines = Array.from(
    { length: 2000 },
    (_, i) => `const x${i}: number = ${i ? `x${i - 1} + 1` : '0'}`
  );
  expect(await new Session().value([...lines, 'x1999'].join('\n'))).toBe(1999);
});

test('a cell that V8 refuses is no exception', () => {
  const source = 'let x = 1; { let y; let y }';
  const compiled = compile(source, { file: 'c.ts', declared: new Map(), isGlobal: () => false });
  expect(compiled.ok && load(compiled, source).ok).toBe(false);
});

test('a sum of 20,000 terms runs', async () => {
  expect(await new Session().value(Array.from({ length: 20000 }, () => '1').join(' + '))).toBe(
    20000
  );
});

test('a cell nested too deeply is refused', async () => {
  const source = `${'f('.repeat(20000)}${')'.repeat(20000)}`;
  expect(await new Session().failure(source)).toContain('nested too deeply');
});

test('messages of the engine name what the learner named', () => {
  expect(demangle('(0 , $$_f.v) is not a function')).toBe('f is not a function');
  expect(demangle('$$_$x.v.y is not iterable')).toBe('$x.y is not iterable');
  expect(demangle('$$$_größe.w and $$ns1.b')).toBe('größe and b');
  expect(demangle('$x.v costs $5')).toBe('$x.v costs $5');
});
