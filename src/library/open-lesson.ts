import type { NotebookPanel } from '@jupyterlab/notebook';
import { catalogueEntry, type CatalogueEntry } from '../lesson/catalogue';
import { exerciseOf } from '../lesson/metadata';
import { catalogue } from './catalogue';
import type { LessonPlace } from './lesson-header';
import { missingIn } from './put-back';
import { idOf, neighbours } from './standing';
import { stepAt, stepsOf, type Step } from './steps';

/** The lesson that an open notebook says it is. */
export function lessonIn({ model }: NotebookPanel): CatalogueEntry | undefined {
  const lessonbook: unknown = model?.getMetadata('lessonbook');
  const cells = model?.sharedModel.cells.map(cell => ({ metadata: cell.getMetadata() })) ?? [];
  return catalogueEntry({ metadata: { lessonbook }, cells });
}

/** The steps of an open lesson. */
export function stepsIn({ model }: NotebookPanel): Step[] {
  return stepsOf(
    (model?.sharedModel.cells ?? []).map(cell => ({
      cell_type: cell.cell_type,
      metadata: cell.getMetadata(),
      source: cell.getSource()
    }))
  );
}

/** Where the learner is in an open lesson, and what lies around. */
export function placeIn(
  panel: NotebookPanel,
  lesson: CatalogueEntry,
  solved: ReadonlySet<string>
): LessonPlace {
  const steps = stepsIn(panel);
  const missing = panel.model ? missingIn(panel.model.sharedModel) : [];
  return {
    title: lesson.title,
    steps,
    at: stepAt(steps, panel.content.activeCellIndex),
    solved,
    missing: missing.map(({ title }) => title),
    ...neighbours(catalogue, idOf(lesson))
  };
}

/** The place of an exercise's cell in an open lesson; -1 where it has none. */
export function exerciseCellIn({ model }: NotebookPanel, exercise: string): number {
  const cells = model?.sharedModel.cells ?? [];
  return cells.findIndex(
    cell => exerciseOf({ metadata: cell.getMetadata() })?.exercise === exercise
  );
}

/** Goes to a cell of an open lesson, for the keys that come next too. */
export async function goTo({ content }: NotebookPanel, cell: number): Promise<void> {
  content.mode = 'command';
  content.deselectAll();
  content.activeCellIndex = cell;
  // It is rejected where another place was asked for meanwhile, which then holds.
  await content.scrollToItem(cell, 'start').catch(() => undefined);
  content.activeCell?.node.focus();
}
