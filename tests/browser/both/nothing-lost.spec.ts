import type { Page } from '@playwright/test';
import {
  answer,
  broadcasting,
  exerciseCell,
  openBroadcasting,
  runAll,
  under
} from '../broadcasting';
import { expect, test } from '../fixtures';
import { Cell, type NotebookPage } from '../notebook';

const progressOf = (lab: NotebookPage) =>
  lab.page.locator('.lb-lesson', { hasText: 'Broadcasting' });

/** Answers an exercise rightly. */
async function solve(lab: NotebookPage, place: number, exercise: string): Promise<void> {
  const cell = exerciseCell(lab, place);
  await new Cell(lab.page, cell).write(answer(exercise, 'right-*'));
  await under(cell).getByRole('button', { name: 'Check' }).click();
  await expect(under(cell)).toContainText('Solved', { timeout: 20_000 });
}

/** Reloads the page in the moment in which it says 'Solved', without waiting for anything. */
async function reloadWhenSolved(page: Page): Promise<void> {
  await page.evaluate(() => {
    // Nothing asks whether to leave.
    window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true);
    const observer = new MutationObserver(() => {
      if (document.querySelector('.lb-passed')) {
        // Asked for again, a reload begins again, and a page that keeps changing never goes.
        observer.disconnect();
        location.reload();
      }
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/** Ends the process of a page, as where memory runs out. */
async function kill(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // There is nobody left to answer.
  void browser.send('Page.crash').catch(() => undefined);
  await crashed;
}

test('a page that is gone with the verdict, and one that is killed, lose nothing', async ({
  lab,
  page,
  openLab,
  context
}) => {
  test.setTimeout(180_000);
  await openBroadcasting(lab);
  const right = answer('from-mean', 'right-*');
  await new Cell(page, exerciseCell(lab, 0)).write(right);
  await reloadWhenSolved(page);
  const gone = page.waitForEvent('framenavigated', {
    predicate: frame => frame === page.mainFrame()
  });
  await under(exerciseCell(lab, 0)).getByRole('button', { name: 'Check' }).click();
  await gone;
  await lab.opened();
  await lab.menu('Lessons', 'Show the Lessons');
  await expect(progressOf(lab)).toContainText('1 of 5 exercises solved');
  await expect(lab.notifications).toContainText('is back in 1 cell');

  const typed = 'const standardised = "half an answer";';
  // JupyterLab puts what is below the screen into the page once there is nothing else to do.
  await expect(exerciseCell(lab, 1)).toBeAttached({ timeout: 30_000 });
  await exerciseCell(lab, 1).scrollIntoViewIfNeeded();
  await new Cell(page, exerciseCell(lab, 1)).write(typed);
  // That is the promise: one second after the last key.
  await page.waitForTimeout(1000);
  await kill(page);

  const again = await openLab({ page: await context.newPage(), file: broadcasting });
  await expect(again.notifications).toContainText('is back in 2 cells');
  const active = again.notebook.locator('.jp-Cell.jp-mod-active');
  await expect(new Cell(again.page, active).editor).toContainText(typed);
  await expect(active).toBeInViewport();
  await exerciseCell(again, 0).scrollIntoViewIfNeeded();
  await expect(under(exerciseCell(again, 0))).toContainText('Solved');
  await expect(under(exerciseCell(again, 0))).not.toContainText('has changed since');
  await again.save();
});

test('two tabs on one lesson lose no attempt', async ({ lab, openLab, context }) => {
  test.setTimeout(180_000);
  await openBroadcasting(lab);
  const other = await openLab({ page: await context.newPage(), file: broadcasting });
  await other.ready();
  await runAll(other);

  await solve(lab, 0, 'from-mean');
  await solve(other, 1, 'standardise');
  await other.menu('Lessons', 'Show the Lessons');
  await expect(progressOf(other)).toContainText('2 of 5 exercises solved');
  await expect(progressOf(lab)).toContainText('2 of 5 exercises solved');
});

/** Leaves no room for anything that is saved, until what it gives is called. */
async function fillDisk(lab: NotebookPage): Promise<() => Promise<void>> {
  const { page, host } = lab;
  if (host.name === 'app') {
    const room = await page.evaluateHandle(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
      };
      return {
        make: () => {
          IDBObjectStore.prototype.put = put;
        }
      };
    });
    return () => room.evaluate(({ make }) => make());
  }
  const contents = '**/api/contents/**';
  await page.route(contents, route =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({ status: 507, json: { message: 'No space left on device' } })
  );
  return () => page.unroute(contents);
}

/** Attempts that are in the browser alone. */
const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    () => Object.keys(localStorage).filter(key => key.startsWith('lessonbook:attempt')).length
  );

test('a full disk is said in words, and keeps what was solved until there is room', async ({
  lab,
  page,
  complaints
}) => {
  test.setTimeout(180_000);
  await openBroadcasting(lab);
  await lab.save();
  complaints.expect(/507/);
  const free = await fillDisk(lab);
  await solve(lab, 0, 'from-mean');
  await expect(lab.notifications.filter({ hasText: 'progress is not saved yet' })).toContainText(
    lab.host.name === 'app' ? 'The storage of this browser is full' : 'No space left on device'
  );
  if (lab.host.name === 'app') {
    await expect(lab.notifications.filter({ hasText: 'save often' })).toBeVisible();
  }
  expect(await waiting(page)).toBe(1);
  await free();

  await solve(lab, 1, 'standardise');
  await expect.poll(() => waiting(page)).toBe(0);
  await lab.save();
  await lab.reload();
  await lab.menu('Lessons', 'Show the Lessons');
  await expect(progressOf(lab)).toContainText('2 of 5 exercises solved');
});
