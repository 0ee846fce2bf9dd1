import { expect, test } from '../fixtures';

test('a cell reaches neither the server nor what the browser keeps', async ({ lab }) => {
  await lab.newNotebook();
  const cell = lab.cell(0);
  const api = new URL('api/contents', lab.host.url).href;
  await cell.run(
    `await fetch('${api}').then(r => 'reached ' + r.status, e => 'refused ' + e.name)`
  );
  await expect(cell.outputs).toContainText('refused TypeError');
  await cell.run("await fetch('/api/contents').then(() => 'reached', e => 'refused ' + e.name)");
  await expect(cell.outputs).toContainText('refused');
  await cell.run(
    "let verdict = 'opened';\ntry { indexedDB.open('x'); } catch (e) { verdict = 'refused'; }\nverdict"
  );
  await expect(cell.outputs).toContainText("'refused'");
  await cell.run('[typeof document, typeof localStorage, self.origin].join()');
  await expect(cell.outputs).toContainText("'undefined,undefined,null'");
});

test('HTML in a saved output does nothing when the notebook is opened', async ({
  lab,
  page,
  complaints
}) => {
  complaints.expect(/missing\.png/);
  const html =
    '<b id="shown">shown</b><script>window.harmed = 1</script>' +
    '<img src="missing.png" onerror="window.harmed = 2">' +
    '<iframe srcdoc="<script>parent.harmed = 3</script>"></iframe>';
  await lab.openNotebook('stranger.ipynb', [
    {
      source: '1',
      outputs: [{ output_type: 'display_data', data: { 'text/html': html }, metadata: {} }]
    }
  ]);
  await expect(lab.cell(0).outputs).toContainText('shown');
  expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
});
