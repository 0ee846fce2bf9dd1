import { Notification } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Exercises } from '../grading/exercises';
import { findLesson, loadNotebook, type CatalogueEntry } from '../library/catalogue';
import { insertionOf } from '../library/put-back';

/** Says which exercises a copy of a lesson has lost, and offers to put them back. */
export function offerMissing(
  panel: NotebookPanel,
  { missing, lesson }: Exercises,
  trans: TranslationBundle
): void {
  const [track, name] = lesson?.lesson.split('/') ?? [];
  const published = findLesson(track, name);
  if (missing.length === 0) {
    return;
  }
  const titles = missing.map(({ title }) => title).join(', ');
  const putBack = async (entry: CatalogueEntry): Promise<void> => {
    const notebook = await loadNotebook(entry);
    for (const { id } of missing) {
      const shared = panel.model?.sharedModel;
      const ids = shared?.cells.map(cell => cell.id) ?? [];
      const insertion = insertionOf(notebook, ids, id);
      if (insertion) {
        shared?.insertCells(insertion.index, insertion.cells);
      }
    }
  };
  Notification.warning(trans.__('This copy of the lesson has lost exercises: %1.', titles), {
    autoClose: false,
    actions: published
      ? [{ label: trans.__('Put them back'), callback: () => void putBack(published) }]
      : []
  });
}
