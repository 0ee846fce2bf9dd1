import { expect, test } from '../fixtures';

test('data sets are described, previewed and loaded with progress, in light and in dark', async ({
  lab,
  page,
  look
}) => {
  // A slow line: half of a data set's file comes in small pieces, the rest when the test says so.
  await page.addInitScript(() => {
    const fetchNow = window.fetch;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    Object.assign(window, { letDataCome: resolve });
    window.fetch = async (...asked) => {
      const response = await fetchNow(...asked);
      if (!response.url.includes('digits.')) return response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      const half = Math.floor(bytes.length / 2);
      const step = Math.ceil(half / 20);
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          await (sent < half ? new Promise(done => setTimeout(done, 50)) : promise);
          const end = sent < half ? Math.min(half, sent + step) : bytes.length;
          controller.enqueue(bytes.slice(sent, end));
          sent = end;
          if (sent === bytes.length) controller.close();
        }
      });
      return new Response(body);
    };
  });
  await lab.reload();
  await lab.newNotebook();
  const digits = lab.cell(0);
  await digits.write(
    "import { digitsDescription, irisDescription, loadDigits, mobyDickDescription } from 'datasets';\n" +
      'await loadDigits()'
  );
  await digits.start();
  const bar = digits.outputs.getByRole('progressbar', { name: 'MNIST digits (kB)' });
  await expect(bar).toBeVisible();
  await expect(digits.outputs).toContainText(/\d+ \/ 1139 · \d\d? %/);
  await look('datasets-loading');
  await page.evaluate(() => (window as unknown as { letDataCome: () => void }).letDataCome());
  await digits.finished();
  await expect(bar).toHaveJSProperty('value', 1139);
  await expect(digits.outputs).toContainText('6000 images to train with, 1000 to test with');
  const picture = digits.outputs.getByRole('img', { name: 'from 0 in the left column to 9' });
  expect(
    await picture.evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    })
  ).toEqual([600, 240]);

  const iris = await lab.addCell();
  await iris.run('irisDescription');
  await expect(iris.outputs).toContainText('CC-BY-4.0');
  await expect(iris.outputs.locator('tr', { hasText: '5.1' })).toHaveText(
    /5\.1\s*3\.5\s*1\.4\s*0\.2\s*setosa/
  );
  await expect(
    iris.outputs.getByRole('link', { name: 'https://doi.org/10.24432/C56C76' })
  ).toHaveAttribute('target', '_blank');

  const book = await lab.addCell();
  await book.run('mobyDickDescription');
  await expect(book.outputs).toContainText('Call me Ishmael.');
  await look('datasets-light');
  await lab.theme('Dark');
  await look('datasets-dark');
  await digits.show();
  await look('datasets-dark-digits');
});
