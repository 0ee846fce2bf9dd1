import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import { tracks, type CatalogueEntry } from './catalogue';

/** What the panel asks and does. */
export interface LessonsPanelOptions {
  trans: TranslationBundle;
  /** Ids of the exercises of a lesson that are solved. */
  solved(lesson: CatalogueEntry): ReadonlySet<string>;
  /** Emitted when that changes. */
  changed: ISignal<unknown, unknown>;
  open(lesson: CatalogueEntry): void;
  /** Opens the page that all lessons start from. */
  home(): void;
}

/** The side panel that lists the lessons by track, each with how far the learner is. */
export class LessonsPanel extends ReactWidget {
  constructor(private readonly options: LessonsPanelOptions) {
    super();
    this.id = 'lessonbook-lessons';
    this.addClass('lb-lessons');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', options.trans.__('Lessons'));
  }

  protected override render() {
    return (
      <UseSignal signal={this.options.changed}>{() => <Tracks {...this.options} />}</UseSignal>
    );
  }
}

function Tracks(options: LessonsPanelOptions) {
  return (
    <>
      <button className="lb-lesson lb-lesson-title" onClick={options.home}>
        {options.trans.__('All lessons, and where to go on')}
      </button>
      {tracks(options.trans).map(({ track, title, lessons }) => (
        <section key={track}>
          <h2>{title}</h2>
          <ul>
            {lessons.map(lesson => (
              <li key={lesson.lesson}>
                <Lesson lesson={lesson} {...options} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Lesson({ lesson, trans, solved, open }: LessonsPanelOptions & { lesson: CatalogueEntry }) {
  const total = lesson.exercises.length;
  const done = lesson.exercises.filter(({ id }) => solved(lesson).has(id)).length;
  return (
    <button className="lb-lesson" title={lesson.promise} onClick={() => open(lesson)}>
      <span className="lb-lesson-title">{lesson.title}</span>
      <span className="lb-lesson-facts">
        {trans._n('%1 minute', '%1 minutes', lesson.minutes)}
        {total > 0 && (
          <>
            {' · '}
            {done === total
              ? trans.__('✓ all %1 exercises solved', total)
              : trans.__('%1 of %2 exercises solved', done, total)}
          </>
        )}
      </span>
      {total > 0 && <progress aria-hidden="true" max={total} value={done} />}
    </button>
  );
}
