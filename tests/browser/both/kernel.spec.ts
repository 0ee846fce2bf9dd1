import { expect, test } from '../fixtures';

test('a cell asks, by the keyboard alone, and goes on with the answer', async ({
  lab,
  page,
  look
}) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.write("const name = await input('Your name?');\n`Hello ${name}`");
  await cell.start();
  const box = cell.outputs.locator('input.jp-Stdin-input');
  await expect(cell.outputs.locator('.jp-Stdin-prompt')).toContainText('Your name?');
  await expect(box).toBeFocused();
  await look('input');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await cell.finished();
  await expect(cell.outputs).toContainText("'Hello Ada'");
  await expect(box).toHaveCount(0);

  const second = await lab.addCell();
  await second.write("await input('Word?', { password: true })");
  await second.start();
  const secret = second.outputs.locator('input.jp-Stdin-input');
  await expect(secret).toHaveAttribute('type', 'password');
  await lab.interrupt();
  await second.finished();
  await expect(second.error).toContainText('Interrupted');
  await expect(secret).toHaveCount(0);
  await second.run("name + '!'");
  await expect(second.outputs).toContainText("'Ada!'");
});

test('while a cell loops for ever the page works and another notebook runs its cells', async ({
  lab,
  page
}) => {
  await lab.newNotebook();
  await lab.cell(0).write('let rounds = 0;\nwhile (true) rounds++;');
  await lab.cell(0).start();
  await expect(lab.status).toHaveAttribute('data-status', 'busy');
  const below = await lab.addCell();
  await below.write('rounds > 0');
  await expect(below.editor).toHaveText('rounds > 0');

  await lab.menu('File', 'New Launcher');
  await lab.newNotebook();
  await lab.cell(0).run('6 * 7');
  await expect(lab.cell(0).outputs).toContainText('42');

  await page.locator('.lm-DockPanel-tabBar .lm-TabBar-tab', { hasText: 'Untitled.ipynb' }).click();
  await expect(lab.status).toHaveAttribute('data-status', 'busy');
  await lab.interrupt();
  await lab.cell(0).finished();
  await lab.cell(1).run();
  await expect(lab.cell(1).outputs).toContainText('true');
});

test('errors show a library’s frames to those who ask for them', async ({ lab, look }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run(
    "import * as tf from '@tensorflow/tfjs';\ntf.tidy(() => tf.ones([2, 3]).matMul(tf.ones([2, 3])));"
  );
  await expect(cell.error).toContainText('Cell [1], line 2');
  await expect(cell.error).not.toContainText('Library');
  await lab.menu('Lessons', 'Show the Library');
  await cell.run();
  await expect(cell.error).toContainText('Library tensorflow, in matMul');
  await expect(cell.error).toContainText('Cell [2], line 2');
  await look('library-frames');
});

test('workers that a cell starts end with the kernel', async ({ lab, page, context }) => {
  const devtools = await context.newCDPSession(page);
  const workers = async (): Promise<string[]> => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.map(({ url }) => url);
  };
  await lab.newNotebook();
  const cell = lab.cell(0);
  await cell.run(`const url = URL.createObjectURL(new Blob(['postMessage("on"); for (;;) {}']));
const nested = new Worker(url);
await new Promise(resolve => { nested.onmessage = resolve; });
url`);
  const address = (await cell.outputs.innerText()).match(/blob:[\w/:-]+/)?.[0] ?? '';
  expect(await workers()).toContain(address);
  await lab.menu('Kernel', 'Restart Kernel…');
  await lab.answer('Restart');
  await expect.poll(workers).not.toContain(address);
  await lab.ready();
  await cell.run('2');
  await expect(cell.outputs).toContainText('2');
});
