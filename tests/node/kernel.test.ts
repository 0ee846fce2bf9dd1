import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IOutput } from '@jupyterlab/nbformat';
import { Client } from './client';

let client: Client;
beforeAll(() => {
  client = new Client();
});
afterAll(() => client.dispose());

const text = (outputs: IOutput[]) => outputs.map(output => output.text).join('');

describe('a cell', () => {
  it('shows the value of its last expression', async () => {
    const { outputs, reply } = await client.execute('1 + 1');
    expect(reply).toMatchObject({ status: 'ok', execution_count: 1 });
    expect(outputs).toMatchObject([{ output_type: 'execute_result', data: { 'text/plain': '2' } }]);
  });

  it('shares its names with later cells', async () => {
    await client.execute('const shared: number = 20;');
    expect(await client.value('shared * 2')).toBe('40');
  });

  it('may declare a name anew', async () => {
    await client.execute('const again = 1;');
    await client.execute('const again = 2;');
    expect(await client.value('again')).toBe('2');
  });

  it('keeps what ran before it threw', async () => {
    const { reply } = await client.execute(
      "const before = 'kept';\nthrow new Error('half-way');\nconst after = 1;"
    );
    expect(reply).toMatchObject({ status: 'error', ename: 'Error', evalue: 'half-way' });
    expect(await client.value('before')).toBe("'kept'");
  });

  it('awaits at its top level', async () => {
    expect(await client.value('await Promise.resolve(7)')).toBe('7');
  });

  it('prints to the streams that the console names', async () => {
    const { outputs } = await client.execute("console.log('out'); console.error('err')");
    expect(outputs).toMatchObject([
      { output_type: 'stream', name: 'stdout', text: 'out\n' },
      { output_type: 'stream', name: 'stderr', text: 'err\n' }
    ]);
  });

  it('names the line of its error, and no line of ours', async () => {
    const { outputs, reply } = await client.execute(
      'const rows = [1];\n\nfunction first(): string {\n  return rows[5].toFixed();\n}\nfirst();'
    );
    const traceback = (outputs[0]?.traceback as string[]).join('\n');
    const count = reply.execution_count;
    expect(traceback).toContain(`Cell [${count}], line 4, column 18, in first`);
    expect(traceback).toContain('return rows[5].toFixed();');
    expect(traceback).toContain(`Cell [${count}], line 6, column`);
    expect(traceback).not.toMatch(/runtime|eval|node_modules|\.mjs/);
  });

  it('names the line that does not parse', async () => {
    const { outputs, reply } = await client.execute('const a = 1;\nconst b = ;');
    expect(reply).toMatchObject({ status: 'error', ename: 'SyntaxError' });
    expect((outputs[0]?.traceback as string[]).join('\n')).toMatch(/line 2, column 11/);
  });

  it.each([
    ["throw 'a string'", 'a string'],
    ['throw undefined', 'undefined'],
    ['throw { code: 3 }', '{"code":3}'],
    ['await Promise.reject(null)', 'null']
  ])('that runs %s says what was thrown', async (code, message) => {
    const { reply } = await client.execute(code);
    expect(reply).toMatchObject({ status: 'error', ename: 'Thrown value', evalue: message });
  });

  it('reports an error in a timer and goes on', async () => {
    const { outputs } = await client.execute(
      "setTimeout(() => { throw new Error('late') });\nawait new Promise(done => setTimeout(done, 5));"
    );
    expect(outputs).toMatchObject([{ output_type: 'error', ename: 'Error', evalue: 'late' }]);
    expect(await client.value('1')).toBe('1');
  });

  it('updates what it has displayed', async () => {
    const { outputs, types } = await client.execute(
      "const shown = display('first');\nawait shown.update('last');"
    );
    expect(outputs).toMatchObject([{ data: { 'text/plain': "'last'" } }]);
    expect(types).toContain('update_display_data');
  });

  it('may print a million characters, and is told when it prints more', async () => {
    const { outputs } = await client.execute("console.log('x'.repeat(50_000_000))");
    expect(text(outputs).length).toBeLessThan(1_021_000);
    expect(text(outputs)).toMatch(/prints more than 2000 lines or 1 million characters/);
  });

  it('is told that a value is too large to show', async () => {
    const { outputs } = await client.execute(
      "display({ mark: 'point', data: { values: [{ x: 'x'.repeat(50_000_000) }] }, encoding: {} })"
    );
    expect(text(outputs)).toMatch(/takes \d+\.\d MB, and 20 MB is the most/);
  });

  it('says that a module is not there, and which are', async () => {
    const { reply } = await client.execute("import x from 'left-pad'");
    expect(reply.evalue).toMatch(/no module 'left-pad'.*'@tensorflow\/tfjs'/);
  });
});

describe('an interrupt', () => {
  it('stops an endless loop and keeps the variables', async () => {
    await client.execute('let kept = 41;');
    const started = client.printed('looping');
    const running = client.execute("console.log('looping');\nwhile (true) {}");
    await started;
    client.kernel.interrupt();
    const { reply } = await running;
    expect(reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(await client.value('kept + 1')).toBe('42');
  });

  it('stops an endless function of an earlier cell, and keeps the variables', async () => {
    await client.execute("const own = 1;\nfunction spin() { console.log('spinning'); for (;;); }");
    const started = client.printed('spinning');
    const running = client.execute('spin();');
    await started;
    client.kernel.interrupt();
    expect((await running).reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
    expect(await client.value('own')).toBe('1');
  });

  it('stops a cell that waits for ever', async () => {
    const started = client.printed('waiting');
    const running = client.execute("console.log('waiting');\nawait new Promise(() => {});");
    await started;
    client.kernel.interrupt();
    expect((await running).reply).toMatchObject({ status: 'error', ename: 'Interrupted' });
  });

  it('drops the cells that wait for their turn', async () => {
    const started = client.printed('first');
    const first = client.execute("console.log('first');\nwhile (true) {}");
    const second = client.execute('1');
    await started;
    client.kernel.interrupt();
    await first;
    expect((await second).reply).toMatchObject({ status: 'aborted' });
  });

  it('replaces a worker that cannot stop, and says that the variables are gone', async () => {
    await client.execute('let lost = 1;');
    const started = client.printed('stuck');
    const running = client.execute("console.log('stuck');\n/(a+)+$/.test('a'.repeat(60) + 'b')");
    await started;
    client.kernel.interrupt();
    expect((await running).reply.evalue).toMatch(/All variables are gone/);
    expect(await client.value('typeof lost')).toBe("'undefined'");
  });
});

describe('a restart', () => {
  it('begins with no variables and counts from 1', async () => {
    await client.execute('const old = 1;');
    client.kernel.restart();
    const { outputs, reply } = await client.execute('typeof old');
    expect(outputs).toMatchObject([{ data: { 'text/plain': "'undefined'" } }]);
    expect(reply.execution_count).toBe(1);
  });
});

describe('Jupyter messages', () => {
  it.each([
    ['kernel_info_request', {}],
    ['comm_info_request', {}],
    ['history_request', { hist_access_type: 'tail', n: 1, raw: true, output: false }]
  ])('%s is answered between busy and idle', async (type, content) => {
    const { reply, states } = await client.request(type, content);
    expect(reply.status).toBe('ok');
    expect(states).toEqual(['busy', 'idle']);
  });

  it('are answered while a cell runs', async () => {
    const started = client.printed('busy');
    const running = client.execute("console.log('busy');\nawait new Promise(() => {});");
    await started;
    expect((await client.request('kernel_info_request')).reply.status).toBe('ok');
    await client.request('interrupt_request', {}, 'control');
    await running;
  });

  it('silent cells show and count nothing', async () => {
    const before = (await client.execute('0')).reply.execution_count;
    const { outputs, types, reply } = await client.execute('const quiet = 5; quiet', {
      silent: true,
      store_history: false
    });
    expect(outputs).toEqual([]);
    expect(types).not.toContain('execute_input');
    expect(reply).toMatchObject({ status: 'ok', execution_count: before });
    expect(await client.value('quiet')).toBe('5');
  });

  it('user expressions come back with the reply', async () => {
    const { reply } = await client.execute('const base = 2;', {
      user_expressions: { double: 'base * 2', wrong: 'nowhere' }
    });
    expect(reply.user_expressions).toMatchObject({
      double: { status: 'ok', data: { 'text/plain': '4' } },
      wrong: { status: 'error', ename: 'ReferenceError', evalue: 'nowhere is not defined' }
    });
  });
});
