import { expect, test } from '../fixtures';

test('Markdown, formulas, images and progress are shown, in light and in dark', async ({
  lab,
  page,
  look
}) => {
  await lab.newNotebook();
  const text = lab.cell(0);
  await text.run(
    'display(markdown("## Heading\\n\\n- *one* with $a_1 < b_2$\\n\\n| a | b |\\n|---|--:|\\n| x | 1 |"));\n' +
      'display(latex(String.raw`\\sum_{i=1}^n x_i^2`));\n' +
      'display(html("<b>bold</b>"));\n' +
      'display(new Map([["k", new Set([1])]]));'
  );
  await expect(text.outputs.getByRole('heading', { name: 'Heading' })).toBeVisible();
  await expect(text.outputs.locator('em')).toHaveText('one');
  await expect(text.outputs.getByRole('cell', { name: 'x' })).toBeVisible();
  await expect(text.outputs.locator('.MathJax')).toHaveCount(2);
  await expect(text.outputs.locator('b')).toHaveText('bold');
  await expect(text.outputs).toContainText("Map(1) { 'k' => Set(1) { 1 } }");

  const images = await lab.addCell();
  await images.run(
    'const canvas = new OffscreenCanvas(40, 20);\n' +
      'const context = canvas.getContext("2d")!;\n' +
      'context.fillStyle = "rgb(0, 128, 0)";\n' +
      'context.fillRect(0, 0, 40, 20);\n' +
      'display(canvas);\n' +
      'display(new ImageData(new Uint8ClampedArray(16 * 8 * 4).fill(200), 16, 8));\n' +
      "display(image(\"<svg width='30' height='10'><rect width='30' height='10'/></svg>\", \"image/svg+xml\"));"
  );
  const sizes = images.outputs.locator('img').evaluateAll(async nodes =>
    Promise.all(
      (nodes as HTMLImageElement[]).map(async node => {
        await node.decode();
        return `${node.naturalWidth} × ${node.naturalHeight}`;
      })
    )
  );
  expect(await sizes).toEqual(['40 × 20', '16 × 8', '30 × 10']);

  const loop = await lab.addCell();
  await loop.run(
    'let sum = 0;\nfor (const i of progress(50, { label: "Steps" })) {\n  sum += i;\n' +
      '  await new Promise(resolve => setTimeout(resolve, 5));\n}\nsum'
  );
  const bar = loop.outputs.getByRole('progressbar', { name: 'Steps' });
  await expect(bar).toHaveJSProperty('value', 50);
  await expect(loop.outputs).toContainText('50 / 50 · 100 %');
  await expect(loop.outputs).toContainText('1225');

  const training = await lab.addCell();
  await training.run(
    "import * as tf from '@tensorflow/tfjs';\n" +
      'const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });\n' +
      "model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });\n" +
      'const x = tf.range(0, 8).reshape([8, 1]).div(8);\n' +
      'const history = await model.fit(x, x.mul(2), { epochs: 12, verbose: 0, callbacks: progress.fit(12) });\n' +
      'history.epoch.length'
  );
  await expect(training.outputs.getByRole('progressbar')).toHaveJSProperty('value', 12);
  await expect(training.outputs).toContainText(/12 \/ 12 · 100 % · [\d.]+ s · loss [\d.]+/);
  await expect(training.plot).toHaveCount(1);
  await look('display-light');
  await text.show();
  await look('display-light-top');
  await lab.menu('Settings', 'Theme', 'JupyterLab Dark');
  await expect(page.locator('body[data-jp-theme-light="false"]')).toHaveCount(1);
  await look('display-dark-top');
  await training.show();
  await look('display-dark');
});
