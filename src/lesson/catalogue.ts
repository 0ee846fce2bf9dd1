/** A published lesson, as lists of lessons show it. */
export interface CatalogueEntry {
  /** Folder of the lesson, as in `notebooks/<track>/`. */
  track: string;
  /** Name of the notebook, without its ending. */
  lesson: string;
  title: string;
  /** What one can do afterwards. */
  promise: string;
  minutes: number;
  /** Lessons to have done before, as `track/lesson`. */
  buildsOn: string[];
  /** Changes whenever anything in the lesson does. */
  version?: string;
  /** The lesson to go on with, as `track/lesson`. */
  next?: string;
  exercises: { id: string; title: string; points: number }[];
}

/** What a notebook says of itself; nothing for one that is no lesson. */
export function catalogueEntry(notebook: {
  metadata: Record<string, unknown>;
  cells: { metadata?: Record<string, unknown> }[];
}): CatalogueEntry | undefined {
  const lesson = notebook.metadata.lessonbook as Partial<CatalogueEntry> | undefined;
  if (!lesson?.track || !lesson.lesson || !lesson.title) {
    return undefined;
  }
  const exercises = notebook.cells.flatMap(cell => {
    const exercise = cell.metadata?.lessonbook as
      { exercise?: string; title?: string; points?: number } | undefined;
    return exercise?.exercise
      ? [
          {
            id: exercise.exercise,
            title: exercise.title ?? exercise.exercise,
            points: exercise.points ?? 1
          }
        ]
      : [];
  });
  return {
    track: lesson.track,
    lesson: lesson.lesson,
    title: lesson.title,
    promise: lesson.promise ?? '',
    minutes: lesson.minutes ?? 0,
    buildsOn: lesson.buildsOn ?? [],
    ...(lesson.version === undefined ? {} : { version: lesson.version }),
    ...(lesson.next === undefined ? {} : { next: lesson.next }),
    exercises
  };
}
