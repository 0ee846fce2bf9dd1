import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECK_EXPRESSION, CHECK_MIME, type CheckRequest } from '../../src/protocol/check';
import { Client } from './client';

let client: Client;

beforeAll(() => {
  client = new Client();
});

afterAll(() => client.dispose());

/** The text of a compiled `checks.ts` with one checker, `it`. */
const checks = (checker: string) =>
  `const kit = require('lessonbook/check'); module.exports = { default: { it: ${checker} } };`;

async function ask(request: Partial<CheckRequest>) {
  const { reply, types } = await client.execute('', {
    silent: true,
    store_history: false,
    user_expressions: {
      [CHECK_EXPRESSION]: JSON.stringify({ exercise: 'it', points: 2, ...request })
    }
  });
  const expressions = reply.user_expressions as Record<string, { data: Record<string, unknown> }>;
  return { result: expressions[CHECK_EXPRESSION]?.data[CHECK_MIME], types };
}

/** Runs a cell and checks it. */
async function check(cellSource: string, checker: string, request: Partial<CheckRequest> = {}) {
  await client.execute(cellSource);
  return (await ask({ cellSource, checks: checks(checker), ...request })).result;
}

describe('an answer', () => {
  it('passes where the checker has nothing to say', async () => {
    expect(await check('const a = 1;', "c => { c.value('a'); }")).toEqual({
      outcome: 'passed',
      points: 2,
      message: 'Right.'
    });
    expect(await check('const a = 1;', "() => kit.passed('Elegant.')")).toMatchObject({
      message: 'Elegant.'
    });
  });

  it('fails with an id, and what was expected and found', async () => {
    const checker = "c => kit.compare(c.value('a'), [1, 2], { name: 'a' })";
    expect(await check('const a = [1, 3];', checker)).toMatchObject({
      outcome: 'failed',
      points: 0,
      id: 'wrong-values',
      message: 'Your `a` is 3 at [1]; 2 is expected there.',
      expected: '2 at [1]',
      actual: '3 at [1]'
    });
  });

  it('can be a function that is tried on many inputs, for which a library is loaded then', async () => {
    const checker = `c => kit.compareFunction(c.value('size'), list => list.length, {
      name: 'size', inputs: fc => fc.tuple(fc.array(fc.nat()))
    })`;
    expect(await check('const size = (list: number[]) => list.length;', checker)).toMatchObject({
      outcome: 'passed'
    });
    expect(
      await check('const size = (list: number[]) => new Set(list).size;', checker)
    ).toMatchObject({ message: '`size([0, 0])` returns 1; 2 is expected.' });
    const never = 'const size = (list: number[]) => { while (true); };';
    expect(await check(never, checker, { timeLimit: 1 })).toMatchObject({
      outcome: 'unchecked',
      reason: expect.stringMatching(/stopped after 1 s/)
    });
  });

  it('that is right in part earns a part of the points, never more than all', async () => {
    const checker = (points: number) =>
      `() => kit.credit({ points: ${points}, failure: undefined }, { points: 1, failure: kit.failed('x', 'No.') })`;
    expect(await check('const part = 1;', checker(1))).toMatchObject({
      outcome: 'failed',
      points: 1
    });
    expect(await check('const part = 2;', checker(9))).toMatchObject({ points: 2 });
  });

  it('can be judged by its source and by what it printed and showed', async () => {
    const checker = `c => kit.failed(
      'seen',
      JSON.stringify([kit.usesLoop(c.tree), c.source.length, c.outputs.stdout, c.outputs.shown.length])
    )`;
    const source = "for (const x of [1, 2]) console.log(x);\ndisplay('a');\n5";
    expect(await check(source, checker)).toMatchObject({
      message: `[true,${source.length},"1\\n2\\n",2]`
    });
  });
});

describe('an answer that was not attempted', () => {
  const never = '() => { throw new Error("was asked") }';

  it.each([
    ['is the starter', { cellSource: 'let x;  // more', starter: '// Here.\nlet x ;' }],
    ['is empty', { cellSource: ' \n' }],
    ['was not run as it is', { cellSource: 'const neverRun = 1;' }]
  ])('%s', async (_, request) => {
    const { result } = await ask({ checks: checks(never), ...request });
    expect(result).toMatchObject({ outcome: 'notAttempted', message: expect.any(String) });
  });

  it('does not declare what is asked for, and hears the name', async () => {
    expect(await check('const other = 1;', "c => { c.value('wanted'); }")).toEqual({
      outcome: 'notAttempted',
      message: 'There is no `wanted` yet: give your result that name and run the cell.'
    });
  });
});

describe('an answer that throws', () => {
  it('is shown with its own line when the cell threw', async () => {
    expect(await check('const a = 1;\nnowhere;', '() => undefined')).toMatchObject({
      outcome: 'errored',
      error: { name: 'ReferenceError', frames: [{ line: 2 }], sourceLine: 'nowhere;' }
    });
  });

  it('is shown with its own line when a function of it throws', async () => {
    const source = 'function f() {\n  return null!.x;\n}';
    const checker = "c => kit.compareReturns(c.value('f'), [{ args: [], returns: 1 }])";
    expect(await check(source, checker)).toMatchObject({
      outcome: 'errored',
      error: { name: 'TypeError', frames: [{ function: 'f', line: 2 }] }
    });
  });

  it('is shown with its own line when it throws on other inputs', async () => {
    await client.execute('let input = [1];');
    const source = '// The first.\nconst first = input[0].toFixed();';
    expect(await check(source, 'async c => { await c.rerun({ input: [] }); }')).toMatchObject({
      outcome: 'errored',
      error: { name: 'TypeError', frames: [{ line: 2 }], sourceLine: source.split('\n')[1] }
    });
  });

  it('does not count once it has run well', async () => {
    await client.execute('let ready = false;');
    const source = "if (!ready) throw new Error('no');";
    expect(await check(source, '() => undefined')).toMatchObject({ outcome: 'errored' });
    await client.execute('ready = true;');
    expect(await check(source, '() => undefined')).toMatchObject({ outcome: 'passed' });
  });
});

describe('a rerun', () => {
  it('runs on other inputs and leaves the variables of the notebook alone', async () => {
    await client.execute('let input = 4; let untouched = 1;');
    const checker = `async c => {
      const other = await c.rerun({ input: 5 });
      return kit.failed('seen', [other.value('twice'), other.outputs.stdout, c.value('twice')].join());
    }`;
    const source = 'const twice = input * 2; untouched += 1; console.log(twice)';
    expect(await check(source, checker)).toMatchObject({ message: '10,10\n,8' });
    expect(await client.value('[input, untouched, twice].join()')).toBe("'4,2,8'");
  });

  it('shows nothing in the notebook', async () => {
    const source = "console.log('loud'); display(1); 2";
    await client.execute(source);
    const { types } = await ask({
      cellSource: source,
      checks: checks('async c => { await c.rerun(); }')
    });
    expect(types.filter(type => type !== 'status')).toEqual(['execute_reply']);
  });
});

describe('a checker that fails', () => {
  it.each([
    ['throws', '() => { throw new TypeError("oops") }', /failed: oops\. .* not in your answer/],
    ['stumbles over a value', "c => { c.value('a').b.c; }", /not in your answer/],
    ['gives something else', '() => 5', /not in your answer/],
    ['is not there', 'undefined', /no checker for 'it'/]
  ])('because it %s is never the fault of the learner', async (_, checker, reason) => {
    expect(await check('const a = 1;', checker)).toEqual({
      outcome: 'unchecked',
      reason: expect.stringMatching(reason)
    });
  });

  it.each([
    ['waits', '() => new Promise(() => {})'],
    ['loops', '() => { while (true) {} }']
  ])('because it %s for ever is stopped, and the variables are kept', async (_, checker) => {
    await client.execute('let kept = 1;');
    expect(await check('const a = 1;', checker, { timeLimit: 0.3 })).toEqual({
      outcome: 'unchecked',
      reason: expect.stringMatching(/stopped after 0.3 s, so .* not a mistake of yours/)
    });
    expect(await client.value('kept')).toBe('1');
  });

  it('because a function of the learner never ends names the line', async () => {
    const source = 'function f() {\n  while (true) {}\n}';
    const checker = "c => { c.value('f')(); }";
    expect(await check(source, checker, { timeLimit: 0.3 })).toMatchObject({
      outcome: 'unchecked',
      reason: expect.stringContaining('line 2 of your code')
    });
  });

  it('because a rerun never ends names the line', async () => {
    await client.execute('let steps = 1;');
    const source = 'let i = 0;\nwhile (i !== steps) i++;';
    const checker = 'async c => { await c.rerun({ steps: -1 }); }';
    expect(await check(source, checker, { timeLimit: 0.3 })).toMatchObject({
      outcome: 'unchecked',
      reason: expect.stringContaining('line 2 of your code')
    });
  });

  it('can be interrupted as any cell', async () => {
    await client.execute('let a = 1;');
    const request = { exercise: 'it', points: 1, cellSource: 'let a = 1;' };
    const loops = checks('() => { while (true) {} }');
    const asked = client.execute('', {
      silent: true,
      user_expressions: { [CHECK_EXPRESSION]: JSON.stringify({ ...request, checks: loops }) }
    });
    client.kernel.interrupt();
    expect((await asked).reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(await client.value('a')).toBe('1');
  });
});

describe('tensors', () => {
  it('made by a check are disposed, those of the notebook are kept', async () => {
    await client.execute("import * as tf from '@tensorflow/tfjs';\nconst x = tf.tensor1d([1, 2]);");
    const source = 'const y = tf.variable(x.mul(2));';
    await client.execute(source);
    const before = await client.value('tf.memory().numTensors');
    const checker = `async c => {
      const start = c.memory().tensors;
      const other = await c.rerun({ x: c.value('tf').tensor1d([3, 4]) });
      const wrong = kit.compare(other.value('y'), [6, 8]) ?? kit.compare(c.value('y'), [2, 4]);
      return wrong ?? kit.passed(String(c.memory().tensors > start));
    }`;
    const { result } = await ask({ cellSource: source, checks: checks(checker) });
    expect(result).toMatchObject({ outcome: 'passed', message: 'true' });
    expect(await client.value('tf.memory().numTensors')).toBe(before);
    expect(await client.value('y.dataSync().join()')).toBe("'2,4'");
  });
});

describe('the MIME type of a result', () => {
  const forged = `image(new Uint8Array([1]), '${CHECK_MIME}')`;

  it('is refused in what a cell shows', async () => {
    const { outputs } = await client.execute(`display(${forged}); ${forged}`);
    const bundles = outputs.filter(({ data }) => data !== undefined).map(({ data }) => data);
    expect(bundles).toHaveLength(2);
    bundles.forEach(data => expect(data).not.toHaveProperty([CHECK_MIME]));
  });

  it('is refused in any other user expression', async () => {
    const { reply } = await client.execute('', { user_expressions: { other: forged } });
    expect(reply.user_expressions).toMatchObject({
      other: { status: 'ok', data: { 'text/plain': expect.any(String) } }
    });
    expect(JSON.stringify(reply)).not.toContain(`"${CHECK_MIME}":`);
  });
});
