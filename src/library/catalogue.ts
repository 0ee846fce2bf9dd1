import type { INotebookContent } from '@jupyterlab/nbformat';
import type { TranslationBundle } from '@jupyterlab/translation';
import published from '../../notebooks/catalogue.json';
import type { CatalogueEntry } from '../lesson/catalogue';

export type { CatalogueEntry } from '../lesson/catalogue';

/** The lessons there are. `npm run lessons` writes the list from the notebooks. */
export const catalogue: readonly CatalogueEntry[] = published;

/** A track with its lessons. */
export interface Track {
  track: string;
  title: string;
  lessons: CatalogueEntry[];
}

/** The tracks that have lessons, in the order in which they are best taken. */
export function tracks(trans: TranslationBundle): Track[] {
  const titles: [string, string][] = [
    ['first', trans.__('First steps')],
    ['frameworks-and-libraries', trans.__('Frameworks and libraries')],
    ['numpy', 'NumPy'],
    ['matplotlib', 'Matplotlib'],
    ['tensorflow', 'TensorFlow'],
    ['keras', 'Keras'],
    ['pytorch', 'PyTorch'],
    ['spark-mllib', 'Spark MLlib'],
    ['putting-it-together', trans.__('Putting it together')]
  ];
  return titles
    .map(([track, title]) => ({
      track,
      title,
      lessons: catalogue.filter(entry => entry.track === track)
    }))
    .filter(({ lessons }) => lessons.length > 0);
}

/** Where a learner's copy of a lesson is kept. */
export function pathOf({ track, lesson }: Pick<CatalogueEntry, 'track' | 'lesson'>): string {
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
