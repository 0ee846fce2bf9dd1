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
});
