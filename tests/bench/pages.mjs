// What the benchmarks do in a page: open a notebook with the cell `1+1`, and run it.
export const ours = { name: 'lessonbook-typescript', display_name: 'TypeScript (Lessonbook)' };
export const python = { name: 'python3', display_name: 'Python 3 (ipykernel)' };

/** A notebook with these cells; the one cell `1+1` where none are given. */
export function notebook(kernelspec, sources = ['1+1']) {
  const cell = { cell_type: 'code', execution_count: null, metadata: {}, outputs: [] };
  return JSON.stringify({
    metadata: { kernelspec },
    nbformat: 4,
    nbformat_minor: 5,
    cells: sources.map((source, index) => ({ ...cell, id: `cell-${index}`, source }))
  });
}

/** Runs that are measured, after some that are not. */
export const trips = 50;
const warmUps = 5;

export const cellInput = '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell .cm-content';

/** Waits until something is seen, and gives the milliseconds since the page was asked for. */
async function moment(locator) {
  await locator.waitFor({ timeout: 60_000 });
  return locator.page().evaluate(() => performance.now());
}

/** Loads the page, runs its cell as soon as there is a kernel, and gives the milliseconds. */
export async function load(page, address) {
  await page.goto(address, { waitUntil: 'commit' });
  const visible = await moment(page.locator(cellInput));
  await page.locator(cellInput).click();
  const idle = await moment(page.locator('#jp-main-statusbar', { hasText: '| Idle' }));
  await page.keyboard.press('Control+Enter');
  const output = await moment(page.locator('.jp-OutputArea-executeResult'));
  return { visible, idle, output };
}

/** Milliseconds from the key press to the new output, for the notebook that is shown. */
export async function measureTrips(page) {
  const times = [];
  await page.locator(cellInput).click();
  for (let run = 0; run < trips + warmUps; run++) {
    await page.evaluate(() => {
      const panel = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
      const number = () => panel.querySelector('.jp-OutputPrompt')?.textContent;
      const before = number();
      window.trip = new Promise(resolve => {
        let start;
        const pressed = event => {
          if (event.key === 'Enter') {
            start = event.timeStamp;
            document.removeEventListener('keydown', pressed, true);
          }
        };
        document.addEventListener('keydown', pressed, true);
        const observer = new window.MutationObserver(() => {
          const now = number();
          const shown = panel.querySelector('.jp-OutputArea-output')?.textContent.trim();
          if (now && now !== before && shown === '2') {
            observer.disconnect();
            resolve(performance.now() - start);
          }
        });
        observer.observe(panel, { childList: true, subtree: true, characterData: true });
      });
    });
    await page.keyboard.press('Control+Enter');
    times.push(await page.evaluate(() => window.trip));
  }
  return times.slice(warmUps);
}

/** Opens the Python notebook beside ours and waits for its kernel. */
export async function openPython(page) {
  await page.locator('.jp-DirListing-item', { hasText: 'python.ipynb' }).dblclick();
  const status = page.locator('#jp-main-statusbar', { hasText: 'Python 3 (ipykernel) | Idle' });
  await status.waitFor({ timeout: 60_000 });
}
