import { useEffect, useRef } from 'react';
import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { SolutionPolicy } from '../lesson/policy';
import type { ExerciseModel } from './exercise-model';
import { Feedback, withCode } from './feedback';
import { keepOwnKeys } from './own-keys';
import { Solution } from './solution';

/** What stands under an exercise's cell: its buttons, what the check said, hints, the solution. */
export class ExerciseView extends ReactWidget {
  constructor(
    private readonly model: ExerciseModel,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('lb-task');
    this.addClass('lb-exercise');
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('aria-label', trans.__('Exercise: %1', model.exercise.title));
    keepOwnKeys(this.node);
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
      <Feedback
        result={model.result}
        changed={model.stale ? trans.__('The cell has changed since: check it again.') : undefined}
        stage={model.stage}
        trans={trans}
      />
      {/* It is there before the first hint, since what comes with a new region may not be said. */}
      <div aria-live="polite">
        {hintsOpen > 0 && (
          <ol className="lb-hints" aria-label={trans.__('Hints')}>
            {exercise.hints.slice(0, hintsOpen).map((hint, index) => (
              <li key={index}>{withCode(hint)}</li>
            ))}
          </ol>
        )}
      </div>
      {model.solutionOpen && (
        <Solution
          own={model.source}
          starter={exercise.starter}
          solution={exercise.solution}
          why={exercise.why}
          trans={trans}
        />
      )}
    </div>
  );
}

interface ButtonProps {
  label: string;
  /** A button that was just pressed keeps the focus also where it can be pressed no more. */
  off?: boolean;
  title?: string;
  className?: string;
  expanded?: boolean;
  press(): void;
}

function Button({ label, off = false, title = '', className = '', expanded, press }: ButtonProps) {
  return (
    <button
      className={`jp-mod-styled ${className}`}
      aria-disabled={off}
      aria-expanded={expanded}
      title={title}
      onClick={() => off || press()}
    >
      {label}
    </button>
  );
}

function Buttons({ model, trans }: { model: ExerciseModel; trans: TranslationBundle }) {
  const { exercise, hintsOpen, policy } = model;
  const hintCount = exercise.hints.length;
  return (
    <div className="lb-exercise-buttons">
      <Button
        className="jp-mod-accept"
        label={trans.__('Check')}
        off={model.stage !== undefined}
        press={() => void model.check()}
      />
      <Button
        label={
          hintsOpen < hintCount
            ? trans.__('Hint %1 of %2', hintsOpen + 1, hintCount)
            : trans.__('All hints are open')
        }
        off={hintsOpen >= hintCount}
        press={() => model.openHint()}
      />
      {policy.after !== 'never' && (
        <Button
          label={model.solutionOpen ? trans.__('Hide the solution') : trans.__('Solution')}
          off={!model.solutionAllowed}
          title={model.solutionAllowed ? '' : whenOpen(policy, trans)}
          expanded={model.solutionOpen}
          press={() => model.toggleSolution()}
        />
      )}
      {model.canUndoReset ? (
        <Button label={trans.__('Undo the reset')} press={() => model.undoReset()} />
      ) : (
        <Button label={trans.__('Reset')} press={() => model.reset()} />
      )}
      <span className="lb-points">{trans._n('%1 point', '%1 points', exercise.points)}</span>
    </div>
  );
}

function whenOpen(policy: SolutionPolicy, trans: TranslationBundle): string {
  switch (policy.after) {
    case 'tries':
      return trans.__('The solution opens after %1 tries.', policy.tries);
    case 'passing':
      return trans.__('The solution opens once the exercise is solved.');
    default:
      return trans.__('The solution opens after the hints.');
  }
}
