import { expect, test } from '../fixtures';

test('a figure with two axes, a colour bar and a legend is shown, in light and in dark', async ({
  lab,
  page,
  look
}) => {
  await lab.newNotebook();
  const figure = lab.cell(0);
  await figure.run(
    "import * as plt from 'pyplot';\n" +
      'const [fig, [left, right]] = plt.subplots(1, 2, { figsize: [9, 4] });\n' +
      "left.plot([1, 4, 2], 'k--', { label: 'black' });\n" +
      "left.plot([2, 1, 3], 'o-', { label: 'blue' });\n" +
      'left.legend();\n' +
      "left.set({ title: 'Lines', xlabel: 'step', ylabel: 'value' });\n" +
      'const z = Array.from({ length: 256 }, (_, j) =>\n' +
      '  Array.from({ length: 256 }, (_, i) => Math.sin(i / 20 + j / 30)));\n' +
      "fig.colorbar(right.imshow(z), { label: 'height' });\n" +
      "right.setTitle('Picture');"
  );
  await expect(figure.plot).toHaveCount(1);
  const description = figure.outputs.locator('[aria-label*="2 plots. Lines: Line “black” (3)"]');
  await expect(description).toHaveCount(1);
  await look('pyplot-light');
  await lab.menu('Settings', 'Theme', 'JupyterLab Dark');
  await expect(page.locator('body[data-jp-theme-light="false"]')).toHaveCount(1);

  // Drawn anew, what was black is light on the dark paper.
  await figure.run();
  await expect(figure.plot).toHaveCount(1);
  const darkest = figure.plot.evaluate(node => {
    const canvas = node as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    const isBlack = (at: number) => [0, 1, 2].every(i => (pixels?.[at + i] ?? 255) < 20);
    return Array.from({ length: (pixels?.length ?? 0) / 4 }, (_, i) => 4 * i).filter(isBlack)
      .length;
  });
  expect(await darkest).toBe(0);
  await look('pyplot-dark');

  const saved = await lab.addCell();
  await saved.run("plt.plot([1, 2]);\nawait plt.savefig('line.png')");
  await expect(saved.outputs).toContainText('-files/line.png');
  await expect(saved.plot).toHaveCount(1);
});
