import { expect, test } from '../fixtures';
import { listen } from '../listener';
import { python } from '../saved';

test('the outputs of a Python notebook are shown as ever', async ({ lab }) => {
  const listener = await listen();
  const data = (mimeType: string, value: string) => ({
    output_type: 'display_data',
    data: { [mimeType]: value },
    metadata: {}
  });
  const outputs = [
    data('text/html', `<p class="of-python">html</p><img src="${listener.url}picture">`),
    data('text/markdown', '*markdown*')
  ];
  await lab.openNotebook('python.ipynb', [{ source: '1', outputs }], python);
  const cell = lab.cell(0);
  await expect(cell.outputs.locator('p.of-python')).toHaveText('html');
  await expect(cell.outputs.locator('em')).toHaveText('markdown');
  await expect.poll(() => listener.heard).toContain('GET /picture');
  await listener.close();
});
