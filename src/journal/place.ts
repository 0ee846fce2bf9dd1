import type { NotebookPanel } from '@jupyterlab/notebook';
import type { JournalStore } from './store';

/** How long a new place may wait, in milliseconds. */
const DELAY = 250;

/** Goes to where the learner was in a notebook when it was open last, and notes where they are. */
export async function keepPlace(panel: NotebookPanel, store: JournalStore): Promise<void> {
  await goBack(panel, store);
  const { content, context } = panel;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    timer = undefined;
    const { activeCell } = content;
    if (!panel.isDisposed && activeCell) {
      const { editor, model } = activeCell;
      const offset = editor ? editor.getOffsetAt(editor.getCursorPosition()) : 0;
      store.keepPlace({ path: context.path, cell: model.id, offset }).catch(() => undefined);
    }
  };
  const later = () => {
    timer ??= setTimeout(note, DELAY);
  };
  content.activeCellChanged.connect(later);
  context.model.contentChanged.connect(later);
}

async function goBack({ content, context, revealed }: NotebookPanel, store: JournalStore) {
  const place = await store.placeOf(context.path);
  await revealed;
  const index = content.widgets.findIndex(({ model }) => model.id === place?.cell);
  const cell = content.widgets[index];
  // Whoever has gone somewhere by now stays there.
  if (!place || !cell || content.activeCellIndex > 0) {
    return;
  }
  content.activeCellIndex = index;
  // It is rejected where another place was asked for meanwhile, which then holds.
  await content.scrollToItem(index, 'smart').catch(() => undefined);
  await cell.ready;
  const { editor } = cell;
  editor?.setCursorPosition(
    editor.getPositionAt(Math.min(place.offset, editor.model.sharedModel.getSource().length)) ?? {
      line: 0,
      column: 0
    }
  );
}
