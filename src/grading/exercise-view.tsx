import { useEffect, useRef } from 'react';
import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ExerciseModel } from './exercise-model';
import { Feedback, withCode } from './feedback';

/** What stands under an exercise's cell: its buttons, what the check said, hints, the solution. */
export class ExerciseView extends ReactWidget {
  constructor(
    private readonly model: ExerciseModel,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('lb-exercise');
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('aria-label', trans.__('Exercise: %1', model.exercise.title));
    // Keys pressed on the buttons are not the notebook's.
    this.node.dataset.lmSuppressShortcuts = 'true';
  }

  protected override render() {
    return (
      <UseSignal signal={this.model.changed}>
        {() => <Exercise model={this.model} trans={this.trans} />}
      </UseSignal>
    );
  }
}

function Exercise({ model, trans }: { model: ExerciseModel; trans: TranslationBundle }) {
  const { exercise, hintsOpen, asked } = model;
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) {
      content.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [asked]);
  return (
    <div ref={content}>
      <Buttons model={model} trans={trans} />
      {model.copies > 1 && (
        <p className="lb-copies">
          {trans.__(
            '%1 cells are this exercise, and each is checked by itself. If one was split, select its parts and merge them (Shift-M).',
            model.copies
          )}
        </p>
      )}
      <Feedback result={model.result} stale={model.stale} checking={model.checking} trans={trans} />
      {hintsOpen > 0 && (
        <ol className="lb-hints" aria-label={trans.__('Hints')} aria-live="polite">
          {exercise.hints.slice(0, hintsOpen).map((hint, index) => (
            <li key={index}>{withCode(hint)}</li>
          ))}
        </ol>
      )}
      {model.solutionOpen && (
        <section className="lb-solution" aria-label={trans.__('Solution')}>
          <pre>{exercise.solution}</pre>
          <p>{withCode(exercise.why)}</p>
        </section>
      )}
    </div>
  );
}

function Buttons({ model, trans }: { model: ExerciseModel; trans: TranslationBundle }) {
  const { exercise, hintsOpen } = model;
  const hintCount = exercise.hints.length;
  return (
    <div className="lb-exercise-buttons">
      <button
        className="jp-mod-styled jp-mod-accept"
        disabled={model.checking}
        onClick={() => void model.check()}
      >
        {trans.__('Check')}
      </button>
      <button
        className="jp-mod-styled"
        disabled={hintsOpen >= hintCount}
        onClick={() => model.openHint()}
      >
        {hintsOpen < hintCount
          ? trans.__('Hint %1 of %2', hintsOpen + 1, hintCount)
          : trans.__('All hints are open')}
      </button>
      <button
        className="jp-mod-styled"
        disabled={!model.solutionAllowed}
        aria-expanded={model.solutionOpen}
        title={model.solutionAllowed ? '' : trans.__('The solution opens after the hints.')}
        onClick={() => model.toggleSolution()}
      >
        {model.solutionOpen ? trans.__('Hide the solution') : trans.__('Solution')}
      </button>
      <button className="jp-mod-styled" onClick={() => model.reset()}>
        {trans.__('Reset')}
      </button>
      <span className="lb-points">{trans._n('%1 point', '%1 points', exercise.points)}</span>
    </div>
  );
}
