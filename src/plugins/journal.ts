import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { PageConfig, PathExt } from '@jupyterlab/coreutils';
import { INotebookTracker, type NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator, type TranslationBundle } from '@jupyterlab/translation';
import { NotebookJournal, type Found } from '../journal/notebook-journal';
import { announcePage, livingPages, thisPage } from '../journal/pages';
import { keepPlace } from '../journal/place';
import { BrowserJournal } from '../journal/store';
import type { Hub } from '../kernel/hub';
import { IHub } from '../tokens';
import { reasonOf, sentences } from './in-words';
import { isOurs } from './ours';

/** Keeps what is typed between two saves, and where the learner is. */
export const journalPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:journal',
  description: 'Brings back what was typed where a page ended before it was saved.',
  autoStart: true,
  requires: [INotebookTracker, IHub],
  optional: [ITranslator],
  activate: (
    _: JupyterFrontEnd,
    tracker: INotebookTracker,
    hub: Hub,
    translator: ITranslator | null
  ) => {
    const trans = sentences(translator);
    // An app that cannot keep anything has said so.
    let told = PageConfig.getOption('contentsStorageDrivers').includes('memoryStorageDriver');
    const store = new BrowserJournal(
      `Lessonbook journal ${PageConfig.getBaseUrl()}`,
      (reason: unknown) => {
        if (!told) {
          told = true;
          tellOff(reason, trans);
        }
      }
    );
    const journals = new Map<NotebookPanel['context'], NotebookJournal>();
    announcePage();

    const follow = async (panel: NotebookPanel): Promise<void> => {
      const { context } = panel;
      await context.ready;
      if (panel.isDisposed || !isOurs(hub, context.model)) {
        return;
      }
      // Two views of a notebook are one document.
      if (!journals.has(context)) {
        const journal = new NotebookJournal(context, {
          store,
          page: thisPage,
          living: livingPages
        });
        journals.set(context, journal);
        context.disposed.connect(() => journals.delete(context));
        for (const found of await journal.restore()) {
          tell(context.path, found, trans);
        }
      }
      await keepPlace(panel, store);
    };
    // The store has told why.
    tracker.widgetAdded.connect((_, panel) => void follow(panel).catch(() => undefined));
    document.addEventListener('visibilitychange', () =>
      journals.forEach(journal => void journal.write().catch(() => undefined))
    );
  }
};

function tellOff(reason: unknown, trans: TranslationBundle): void {
  const why = reasonOf(reason);
  Notification.warning(
    trans.__(
      'This browser cannot keep what you type between two saves, so save often. It says: %1',
      why
    ),
    { autoClose: false }
  );
}

function tell(path: string, found: Found, trans: TranslationBundle): void {
  const name = PathExt.basename(path);
  const time = new Date(found.time).toLocaleString();
  if (found.restored > 0) {
    Notification.info(
      trans._n(
        '%2 was closed before it was saved. What you typed until %3 is back in %1 cell.',
        '%2 was closed before it was saved. What you typed until %3 is back in %1 cells.',
        found.restored,
        name,
        time
      ),
      { autoClose: false }
    );
  }
  if (found.conflicts.length > 0) {
    Notification.warning(
      trans._n(
        '%2 has changed since you typed in it until %3, and that was not saved. %1 cell says something else now.',
        '%2 has changed since you typed in it until %3, and that was not saved. %1 cells say something else now.',
        found.conflicts.length,
        name,
        time
      ),
      {
        autoClose: false,
        actions: [
          { label: trans.__('Use what I typed'), callback: () => void found.take() },
          { label: trans.__('Keep the file’s'), callback: () => void found.drop() }
        ]
      }
    );
  }
}
