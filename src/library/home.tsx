import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import { catalogue, tracks, type CatalogueEntry } from './catalogue';
import { goOnWith, idOf, standingIn, type Learner, type Standing } from './standing';

/** What the home page asks and does. */
export interface HomeOptions {
  trans: TranslationBundle;
  learner: Learner;
  /** Emitted when what is known of the learner changes. */
  changed: ISignal<unknown, unknown>;
  open(lesson: CatalogueEntry): void;
  /** What is to be solved once more, what waits longest first; nothing where that is switched off. */
  reviews(): ReviewItem[];
  review(item: ReviewItem): void;
}

/** An exercise that is to be solved once more. */
export interface ReviewItem {
  lesson: CatalogueEntry;
  exercise: { id: string; title: string };
}

/** As many as can be done before a new lesson. */
const MOST_REVIEWS = 5;

/** The page that the learner starts from: where to go on, and all lessons by track. */
export class Home extends ReactWidget {
  constructor(private readonly options: HomeOptions) {
    super();
    this.addClass('lb-home');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', options.trans.__('Lessons'));
    this.node.tabIndex = -1;
  }

  protected override onActivateRequest(): void {
    this.node.focus();
  }

  protected override render() {
    return <UseSignal signal={this.options.changed}>{() => <Page {...this.options} />}</UseSignal>;
  }
}

function Page(options: HomeOptions) {
  const { trans } = options;
  return (
    <div className="lb-home-page">
      <h1>{trans.__('Lessons')}</h1>
      <GoOn {...options} />
      <Reviews {...options} />
      {tracks(trans).map(({ track, title, lessons }) => (
        <section key={track} aria-labelledby={`lb-track-${track}`}>
          <h2 id={`lb-track-${track}`}>{title}</h2>
          <ul className="lb-cards">
            {lessons.map(lesson => (
              <li key={lesson.lesson} className="lb-card">
                <Card lesson={lesson} {...options} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function GoOn({ trans, learner, open }: HomeOptions) {
  const lesson = goOnWith(catalogue, learner);
  if (!lesson) {
    return <p className="lb-all-done">{trans.__('You have solved every exercise there is.')}</p>;
  }
  const { next, total, solved } = standingIn(lesson, learner);
  const isNew = learner.visited().length === 0;
  return (
    <section className="lb-go-on" aria-labelledby="lb-go-on">
      <h2 id="lb-go-on">{isNew ? trans.__('Start here') : trans.__('Continue where you were')}</h2>
      <p className="lb-go-on-lesson">
        <strong>{lesson.title}</strong>
        {!isNew && next && (
          <span className="lb-lesson-facts">
            {trans.__('%1 of %2 exercises solved', solved, total)}
            {' · '}
            {trans.__('next: %1', next.title)}
          </span>
        )}
        {isNew && <span className="lb-lesson-facts">{lesson.promise}</span>}
      </p>
      <button className="jp-mod-styled jp-mod-accept" onClick={() => open(lesson)}>
        {isNew ? trans.__('Start') : trans.__('Continue')}
      </button>
    </section>
  );
}

function Reviews({ trans, reviews, review }: HomeOptions) {
  const items = reviews();
  return items.length === 0 ? null : (
    <section aria-labelledby="lb-reviews">
      <h2 id="lb-reviews">{trans.__('To solve once more')}</h2>
      <p>{trans.__('What you have solved comes back after some days, so that it stays.')}</p>
      <ul className="lb-reviews">
        {items.slice(0, MOST_REVIEWS).map(item => (
          <li key={`${idOf(item.lesson)} ${item.exercise.id}`}>
            <button className="lb-lesson" onClick={() => review(item)}>
              <span className="lb-lesson-title">{item.exercise.title}</span>
              <span className="lb-lesson-facts">{item.lesson.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > MOST_REVIEWS && (
        <p className="lb-lesson-facts">
          {trans.__('%1 more wait after these.', items.length - MOST_REVIEWS)}
        </p>
      )}
    </section>
  );
}

function Card({ lesson, ...options }: HomeOptions & { lesson: CatalogueEntry }) {
  const { trans, learner, open } = options;
  const standing = standingIn(lesson, learner);
  const verb = verbOf(standing, trans);
  return (
    <>
      <h3>{lesson.title}</h3>
      <p>{lesson.promise}</p>
      <p className="lb-lesson-facts">
        {trans._n('%1 minute', '%1 minutes', lesson.minutes)}
        {standing.total > 0 && ` · ${wordsOf(standing, trans)}`}
      </p>
      <Before lesson={lesson} {...options} />
      {standing.total > 0 && (
        <progress aria-hidden="true" max={standing.total} value={standing.solved} />
      )}
      <button
        className="jp-mod-styled"
        aria-label={`${verb}: ${lesson.title}`}
        onClick={() => open(lesson)}
      >
        {verb}
      </button>
    </>
  );
}

/** The lessons that one builds on, each with whether it is done. */
function Before({ lesson, trans, learner, open }: HomeOptions & { lesson: CatalogueEntry }) {
  const before = catalogue.filter(other => lesson.buildsOn.includes(idOf(other)));
  return before.length === 0 ? null : (
    <p className="lb-lesson-facts">
      {trans.__('Builds on:')}
      {before.map(other => {
        const done = standingIn(other, learner).state === 'finished';
        return (
          <button key={idOf(other)} className="lb-link" onClick={() => open(other)}>
            {done ? trans.__('%1 (finished ✓)', other.title) : other.title}
          </button>
        );
      })}
    </p>
  );
}

function verbOf({ state }: Standing, trans: TranslationBundle): string {
  switch (state) {
    case 'new':
      return trans.__('Open');
    case 'started':
      return trans.__('Continue');
    case 'finished':
      return trans.__('Open again');
  }
}

function wordsOf({ solved, total }: Standing, trans: TranslationBundle): string {
  return solved === total
    ? trans.__('✓ all %1 exercises solved', total)
    : trans.__('%1 of %2 exercises solved', solved, total);
}
