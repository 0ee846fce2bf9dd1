import { Notification } from '@jupyterlab/apputils';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { catalogue, findLesson, loadNotebook, pathOf } from '../library/catalogue';
import { lessonIn } from '../library/open-lesson';
import { missingIn, putBack } from '../library/put-back';
import { ownStarters, resetLesson } from '../library/reset';
import { idOf } from '../library/standing';
import { isOutdated, updateCopy } from '../library/update';
import { pageVisits } from './visits';

/** Puts back what a copy of a lesson has lost. */
export async function putBackMissing(panel: NotebookPanel): Promise<void> {
  const lesson = lessonIn(panel);
  const known = lesson && findLesson(lesson.track, lesson.lesson);
  const shared = panel.model?.sharedModel;
  if (known && shared) {
    putBack(shared, await loadNotebook(known), missingIn(shared));
  }
}

/** Puts a lesson back as it was handed out, and offers to undo that. */
export async function resetWithUndo(panel: NotebookPanel, trans: TranslationBundle): Promise<void> {
  const lesson = lessonIn(panel);
  const shared = panel.model?.sharedModel;
  if (!lesson || !shared) {
    return;
  }
  const known = findLesson(lesson.track, lesson.lesson);
  const cells = known ? (await loadNotebook(known)).cells : ownStarters(shared);
  const undo = resetLesson(shared, cells);
  Notification.info(
    trans.__('"%1" is as it was handed out. What you solved stays solved.', lesson.title),
    { autoClose: false, actions: [{ label: trans.__('Undo'), callback: undo }] }
  );
}

/** Says what a copy of a lesson has lost, or what there is newer, and offers to put it right. */
export function offerHelp(panel: NotebookPanel, trans: TranslationBundle): void {
  const lesson = lessonIn(panel);
  const shared = panel.model?.sharedModel;
  if (!shared) {
    return;
  }
  if (!lesson) {
    offerToBeLesson(panel, trans);
    return;
  }
  const known = findLesson(lesson.track, lesson.lesson);
  const missing = missingIn(shared);
  if (known && isOutdated(shared.getMetadata('lessonbook'), known.version)) {
    Notification.info(
      trans.__('There is a newer version of "%1". Your answers stay as they are.', lesson.title),
      {
        autoClose: false,
        actions: [
          {
            label: trans.__('Take the newer version'),
            callback: () =>
              void loadNotebook(known).then(published => {
                const undo = updateCopy(shared, published);
                Notification.info(trans.__('"%1" is the newer version now.', lesson.title), {
                  autoClose: false,
                  actions: [{ label: trans.__('Undo'), callback: undo }]
                });
              })
          }
        ]
      }
    );
  }
  if (missing.length > 0) {
    const titles = missing.map(({ title }) => title).join(', ');
    Notification.warning(trans.__('This copy of the lesson has lost exercises: %1.', titles), {
      autoClose: false,
      actions: known
        ? [{ label: trans.__('Put them back'), callback: () => void putBackMissing(panel) }]
        : []
    });
  }
}

/** A notebook at the place of a lesson that no longer says that it is one. */
function offerToBeLesson({ context, model }: NotebookPanel, trans: TranslationBundle): void {
  const { path } = context;
  const visited = pageVisits()
    .all()
    .find(visit => visit.path === path)?.lesson;
  const known = catalogue.find(entry => idOf(entry) === visited || pathOf(entry) === path);
  if (known) {
    Notification.warning(
      trans.__(
        'This notebook no longer says that it is the lesson "%1", so that its exercises cannot be checked.',
        known.title
      ),
      {
        autoClose: false,
        actions: [
          {
            label: trans.__('Make it the lesson again'),
            callback: () =>
              void loadNotebook(known).then(
                published => model && updateCopy(model.sharedModel, published)
              )
          }
        ]
      }
    );
  }
}
