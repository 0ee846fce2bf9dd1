import type { INotebookContent } from '@jupyterlab/nbformat';

/** A lesson as the launcher shows it. */
export interface CatalogueEntry {
  /** Folder of the lesson, as in `notebooks/<track>/`. */
  track: string;
  /** Name of the notebook, without its ending. */
  lesson: string;
  title: string;
  /** What one can do afterwards. */
  caption: string;
}

/** The lessons there are, in the order in which they are shown. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    track: 'first',
    lesson: 'fit-a-line',
    title: 'Fit a line to real penguins',
    caption: 'Train your first model with TensorFlow.js and watch it learn'
  }
];

/** Where a learner's copy of a lesson is kept. */
export function pathOf({ track, lesson }: CatalogueEntry): string {
  return `Lessons/${track}/${lesson}.ipynb`;
}

export function findLesson(track: unknown, lesson: unknown): CatalogueEntry | undefined {
  return catalogue.find(entry => entry.track === track && entry.lesson === lesson);
}

/** The notebook as it was published; each is loaded by itself. */
export async function loadNotebook({ track, lesson }: CatalogueEntry): Promise<INotebookContent> {
  const notebook = (await import(
    /* webpackInclude: /\.ipynb$/ */ `../../notebooks/${track}/${lesson}.ipynb`
  )) as { default: INotebookContent };
  return notebook.default;
}
