// What the editor's benchmark does in a page: opens notebooks, types, and takes the time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const panel = '.jp-NotebookPanel:not(.lm-mod-hidden)';

/** The two editors: the notebook that is edited in each, and where its text stands. */
export const kinds = {
  Monaco: { file: 'lesson.ipynb', text: '.view-lines' },
  CodeMirror: { file: 'plain.ipynb', text: '.cm-content' }
};

const idle = page =>
  page.locator('#jp-main-statusbar', { hasText: '| Idle' }).waitFor({ timeout: 60_000 });

const cellAt = index => `.jp-Cell[data-windowed-list-index="${index}"]`;

/** Puts the cursor at the end of a cell. */
async function enter(page, { text }, cell) {
  await page.locator(`${panel} ${cellAt(cell)} ${text}`).click();
  await page.keyboard.press('Control+End');
}

/** Opens JupyterLab's page with nothing open in it, and waits for its layout. */
export async function openPage(page, url) {
  await page.goto(`${url}?reset`);
  await page.locator('#jp-main-dock-panel').waitFor();
  await page.locator('.jp-DirListing-content').waitFor();
}

/** Puts a notebook among the files, and closes it again. */
export async function upload(page, { file }, content) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lessonbook-bench-'));
  writeFileSync(path.join(folder, file), content);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('[data-jp-item-name="uploader"]').click();
  await (await chooser).setFiles(path.join(folder, file));
  await page.locator(panel).waitFor();
  await idle(page);
  await closeAll(page);
  rmSync(folder, { recursive: true });
}

/** Closes all that is open; what was typed is thrown away. */
export async function closeAll(page) {
  await page.locator('.lm-MenuBar-item', { hasText: 'File' }).first().click();
  await page.locator('.lm-Menu-itemLabel', { hasText: 'Close All Tabs' }).click();
  const discard = page.locator('.jp-Dialog-button', { hasText: 'Discard' });
  await page.waitForFunction(
    () => document.querySelector('.jp-Dialog') || !document.querySelector('.jp-NotebookPanel')
  );
  if (await discard.count()) {
    await discard.click();
  }
  await page.locator('.jp-NotebookPanel').waitFor({ state: 'detached' });
}

/** Milliseconds from the double click on a file until the screen is full of its editors. */
export async function openNotebook(page, { file, text }) {
  await page.evaluate(
    ([where, what]) => {
      window.opened = new Promise(resolve => {
        let start;
        const clicked = event => {
          start ??= event.timeStamp;
        };
        document.addEventListener('dblclick', clicked, { capture: true, once: true });
        const look = () => {
          const view = document.querySelector(where)?.querySelector('.jp-WindowedPanel-outer');
          const bottom = view?.getBoundingClientRect().bottom ?? 0;
          const shown = [...(view?.querySelectorAll(what) ?? [])].filter(
            node => node.textContent.length > 0
          );
          const lowest = Math.max(0, ...shown.map(node => node.getBoundingClientRect().bottom));
          if (start !== undefined && view && lowest >= bottom) {
            resolve(performance.now() - start);
          } else {
            window.requestAnimationFrame(look);
          }
        };
        look();
      });
    },
    [panel, text]
  );
  await page.locator('.jp-DirListing-item', { hasText: file }).dblclick();
  return page.evaluate(() => window.opened);
}

/** Opens a notebook and waits for its kernel; milliseconds until its editors are there. */
export async function openWhole(page, kind) {
  const time = await openNotebook(page, kind);
  await idle(page);
  return time;
}

/** Waits until this many cells have their editors, those that are not in view among them. */
export async function allEditors(page, { text }, count) {
  await page.waitForFunction(
    ([what, least]) => document.querySelectorAll(what).length >= least,
    [`${panel} ${text}`, count]
  );
}

/**
 * Milliseconds from each key to the frame that shows it. A key is pressed once the one before it
 * is painted, so that none waits for its turn.
 */
export async function typeKeys(page, kind, count) {
  await enter(page, kind, 1);
  await page.evaluate(() => {
    window.painted = [];
    window.watchKeys = event => {
      window.requestAnimationFrame(() => {
        const { port1, port2 } = new window.MessageChannel();
        port1.onmessage = () => window.painted.push(performance.now() - event.timeStamp);
        port2.postMessage(0);
      });
    };
    document.addEventListener('keydown', window.watchKeys, true);
  });
  const line = '\nlet someWords = 12 + result3; ';
  for (let key = 0; key < count; key++) {
    const letter = line[key % line.length];
    await page.keyboard.press(letter === '\n' ? 'Enter' : letter);
    await page.waitForFunction(keys => window.painted.length >= keys, key + 1);
  }
  return page.evaluate(() => {
    document.removeEventListener('keydown', window.watchKeys, true);
    return window.painted;
  });
}

/** Milliseconds from a key until something that a selector finds is there. */
async function untilShown(page, key, selector) {
  await page.evaluate(what => {
    window.shown = new Promise(resolve => {
      const pressed = event => {
        const look = () =>
          document.querySelector(what)
            ? resolve(performance.now() - event.timeStamp)
            : window.requestAnimationFrame(look);
        look();
      };
      document.addEventListener('keydown', pressed, { capture: true, once: true });
    });
  }, selector);
  await page.keyboard.press(key);
  return page.evaluate(() => window.shown);
}

const LIST = '.suggest-widget.visible .monaco-list-row';

/** Milliseconds from a dot to the list of what may follow it. */
export async function completeOften(page, count) {
  const times = [];
  await enter(page, kinds.Monaco, 2);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('result1');
  for (let run = 0; run < count; run++) {
    times.push(await untilShown(page, '.', LIST));
    await page.keyboard.press('Escape');
    await page.locator(LIST).first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Backspace');
  }
  return times;
}

/** Milliseconds from the last key of a mistake until it is underlined. */
export async function mistakeOften(page, count) {
  const times = [];
  const cell = 3;
  const mark = `${panel} ${cellAt(cell)} .squiggly-error`;
  await enter(page, kinds.Monaco, cell);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('result1.print()');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  for (let run = 0; run < count; run++) {
    await page.locator(mark).waitFor({ state: 'detached' });
    times.push(await untilShown(page, 'z', mark));
    await page.keyboard.press('Backspace');
  }
  return times;
}

/** Starts the first cell, and resolves once it runs. */
export async function startFirst(page, kind) {
  await enter(page, kind, 0);
  await page.keyboard.press('Control+Enter');
  await page.locator('#jp-main-statusbar', { hasText: '| Busy' }).waitFor({ timeout: 60_000 });
}

/** Bytes of JavaScript's heap that are in use, after what is not needed has been collected. */
export async function heap(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}
