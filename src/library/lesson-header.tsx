import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Signal, type ISignal } from '@lumino/signaling';
import type { CatalogueEntry } from './catalogue';
import type { Step } from './steps';

/** What the header of a lesson shows. */
export interface LessonPlace {
  title: string;
  steps: readonly Step[];
  /** The number of the step that the learner is at, from 0; -1 above the first. */
  at: number;
  /** Ids of the exercises that are solved. */
  solved: ReadonlySet<string>;
  /** Titles of exercises that the copy has no cell for any more. */
  missing: string[];
  previous?: CatalogueEntry;
  next?: CatalogueEntry;
}

/** What can be done from the header. */
export interface LessonHeaderOptions {
  trans: TranslationBundle;
  place(): LessonPlace;
  goTo(step: Step): void;
  /** Shows the list of the steps below a button. */
  showSteps(button: HTMLElement): void;
  runAbove(): void;
  reset(): void;
  putBack(): void;
  open(lesson: CatalogueEntry): void;
}

/** The bar above a lesson: its steps, how far the learner is, the lessons before and after it. */
export class LessonHeader extends ReactWidget {
  private readonly refreshed = new Signal<this, void>(this);

  constructor(private readonly options: LessonHeaderOptions) {
    super();
    this.addClass('lb-header');
    this.node.setAttribute('role', 'navigation');
    this.node.setAttribute('aria-label', options.trans.__('Lesson'));
    // Keys pressed on the buttons are not the notebook's.
    this.node.dataset.lmSuppressShortcuts = 'true';
  }

  /** Shows where the learner is by now. */
  refresh(): void {
    this.refreshed.emit();
  }

  protected override render() {
    const signal: ISignal<this, void> = this.refreshed;
    return <UseSignal signal={signal}>{() => <Bar {...this.options} />}</UseSignal>;
  }
}

function Bar({
  trans,
  place,
  goTo,
  showSteps,
  runAbove,
  reset,
  putBack,
  open
}: LessonHeaderOptions) {
  const { steps, at, solved, missing, previous, next, title } = place();
  const exercises = steps.filter(({ exercise }) => exercise !== undefined);
  const done = exercises.filter(({ exercise }) => solved.has(exercise ?? '')).length;
  const before = steps[at - 1];
  const after = steps[at + 1];
  const step = steps[at];
  return (
    <>
      {previous && (
        <button
          className="jp-mod-styled"
          aria-label={trans.__('Lesson before: %1', previous.title)}
          title={trans.__('Lesson before: %1', previous.title)}
          onClick={() => open(previous)}
        >
          <span aria-hidden="true">«</span>
        </button>
      )}
      <span className="lb-header-steps">
        <button
          className="jp-mod-styled"
          disabled={!before}
          aria-label={trans.__('Step before')}
          title={before?.title}
          onClick={() => before && goTo(before)}
        >
          <span aria-hidden="true">‹</span>
        </button>
        <button
          className="jp-mod-styled lb-header-step"
          aria-haspopup="menu"
          onClick={event => showSteps(event.currentTarget)}
        >
          {step ? trans.__('Step %1 of %2: %3', at + 1, steps.length, step.title) : title}
          <span aria-hidden="true"> ▾</span>
        </button>
        <button
          className="jp-mod-styled"
          disabled={!after}
          aria-label={trans.__('Step after')}
          title={after?.title}
          onClick={() => after && goTo(after)}
        >
          <span aria-hidden="true">›</span>
        </button>
      </span>
      {exercises.length > 0 && (
        <span className="lb-header-progress" role="status">
          {done === exercises.length
            ? trans.__('✓ all %1 exercises solved', done)
            : trans.__('%1 of %2 exercises solved', done, exercises.length)}
        </span>
      )}
      {missing.length > 0 && (
        <button
          className="jp-mod-styled jp-mod-warn"
          title={trans.__('This copy has no cell for: %1', missing.join(', '))}
          onClick={putBack}
        >
          {trans._n('Put back %1 exercise', 'Put back %1 exercises', missing.length)}
        </button>
      )}
      <span className="lb-header-end">
        <button className="jp-mod-styled" onClick={runAbove}>
          {trans.__('Run the cells above')}
        </button>
        <button className="jp-mod-styled" onClick={reset}>
          {trans.__('Reset the lesson')}
        </button>
        {next && (
          <button
            className="jp-mod-styled"
            aria-label={trans.__('Next lesson: %1', next.title)}
            title={trans.__('Next lesson: %1', next.title)}
            onClick={() => open(next)}
          >
            <span aria-hidden="true">»</span>
          </button>
        )}
      </span>
    </>
  );
}
