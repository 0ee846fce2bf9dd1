import { expect, test } from '../fixtures';

test('a new notebook answers 1 + 1 and shares variables across its cells', async ({ lab }) => {
  await lab.newNotebook();
  const first = lab.cell(0);
  await first.run('1 + 1');
  await expect(first.prompt).toHaveText('[1]:');
  await expect(first.outputs).toHaveText(/2\s*$/);

  await first.run('const greeting: string = "hello";\nlet count = 41;');
  const second = await lab.addCell();
  await second.run('count += 1;\n`${greeting} ${count}`');
  await expect(second.outputs).toContainText("'hello 42'");

  // Another cell may declare the name again, with another type.
  await second.run('const greeting = 7;');
  await second.run('greeting * 2');
  await expect(second.outputs).toContainText('14');

  await second.run('const later = await Promise.resolve(count + 1);\nlater');
  await expect(second.outputs).toContainText('43');
});

test('console output goes to its stream, and rich values are shown as such', async ({ lab }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run('console.log("to out", { a: 1 });\nconsole.error("to err");');
  const stream = (name: string) =>
    cell.outputs.locator(`[data-mime-type="application/vnd.jupyter.${name}"]`);
  await expect(stream('stdout')).toHaveText(/^to out \{ a: 1 \}\s*$/);
  await expect(stream('stderr')).toHaveText(/^to err\s*$/);

  await cell.run("import * as tf from '@tensorflow/tfjs';\ntf.tensor([[1, 2], [3, 4]])");
  await expect(cell.outputs).toContainText('float32');
  await expect(cell.outputs).toContainText('[2, 2]');

  await cell.run('tf.getBackend()');
  await expect(cell.outputs).toContainText("'wasm'");
});

test('an error names the cell and the line it comes from', async ({ lab, look }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run('function half(n: number) {\n  throw new RangeError(`no half of ${n}`);\n}');
  const second = await lab.addCell();
  await second.run('// a\n// b\nhalf(3);');
  await expect(second.error).toContainText('RangeError: no half of 3');
  await expect(second.error).toContainText('Cell [1], line 2');
  await expect(second.error).toContainText('Cell [2], line 3');
  await expect(second.error).not.toContainText('blob:');
  await look('error');

  await second.run('throw { code: 404 };');
  await expect(second.error).toContainText('{"code":404}');
  await second.run('throw null;');
  await expect(second.error).toContainText('null');

  await second.run('const fine = 1;\nconst broken = = 2;');
  await expect(second.error).toContainText('SyntaxError');
  await expect(second.error).toContainText('line 2');
  await look('syntax-error');

  await second.run('"the page goes on"');
  await expect(second.outputs).toContainText('the page goes on');
});

test('a restart forgets the variables and the kernel works on', async ({ lab }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run('let kept = 5;');
  await lab.panel.locator('[data-command="notebook:restart-kernel"]').click();
  await lab.answer('Restart');
  await lab.ready();
  const second = await lab.addCell();
  await second.run('typeof kept');
  await expect(second.prompt).toHaveText('[1]:');
  await expect(second.outputs).toContainText("'undefined'");
  await second.run('kept');
  await expect(second.error).toContainText('kept is not defined');
});

test('50 MB of output are refused in clear words and the page goes on', async ({ lab, look }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run("console.log('x'.repeat(50_000_000))");
  await expect(cell.outputs).toContainText(
    'This cell prints more than 2000 lines or 1 million characters'
  );
  await look('cut-output');
  await cell.run("'y'.repeat(50_000_000)");
  await expect(cell.outputs).not.toContainText('xxx');
  await cell.run('display({ big: ["z".repeat(50_000_000)] }); "still here"');
  await expect(cell.outputs).toContainText('still here');
  await lab.save({ isNew: true });
});
