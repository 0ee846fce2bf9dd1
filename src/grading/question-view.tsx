import { useId } from 'react';
import { ReactWidget, UseSignal } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Feedback, withCode } from './feedback';
import { keepOwnKeys } from './own-keys';
import type { QuestionModel } from './question-model';

interface Props {
  model: QuestionModel;
  trans: TranslationBundle;
}

/** What stands under a question: controls of the browser's own, so that every key is known. */
export class QuestionView extends ReactWidget {
  constructor(
    private readonly model: QuestionModel,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('lb-task');
    this.addClass('lb-question');
    keepOwnKeys(this.node);
    // A double click would open the cell's text.
    this.node.addEventListener('dblclick', event => event.stopPropagation());
  }

  protected override render() {
    return (
      <UseSignal signal={this.model.changed}>
        {() => <Asked model={this.model} trans={this.trans} />}
      </UseSignal>
    );
  }
}

function Asked({ model, trans }: Props) {
  const { question } = model;
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        model.check();
      }}
      onKeyDown={event => {
        // JupyterLab keeps the Enter of anything in a cell from what the browser would do with it.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          model.check();
        }
      }}
    >
      <fieldset>
        <legend className="lb-hidden">{question.ask}</legend>
        <Controls model={model} trans={trans} />
      </fieldset>
      <div className="lb-exercise-buttons">
        <button className="jp-mod-styled jp-mod-accept" type="submit">
          {trans.__('Check')}
        </button>
        <span className="lb-points">{trans._n('%1 point', '%1 points', question.points)}</span>
      </div>
      <Feedback
        result={model.result}
        changed={
          model.stale ? trans.__('Your answer has changed since: check it again.') : undefined
        }
        stage={undefined}
        trans={trans}
      />
    </form>
  );
}

function Controls({ model, trans }: Props) {
  switch (model.question.kind) {
    case 'single':
    case 'multiple':
      return <Options model={model} trans={trans} />;
    case 'number':
      return (
        <input
          className="jp-mod-styled"
          inputMode="decimal"
          aria-label={trans.__('Your number')}
          value={String(model.answer)}
          onChange={({ target }) => model.setAnswer(target.value)}
        />
      );
    case 'order':
      return <Lines model={model} trans={trans} />;
    case 'match':
      return <Pairs model={model} trans={trans} />;
  }
}

function Options({ model }: Props) {
  const { question } = model;
  // A copy of the cell is a group of its own.
  const group = useId();
  if (question.kind !== 'single' && question.kind !== 'multiple') {
    return null;
  }
  const single = question.kind === 'single';
  const chosen = Array.from<unknown>(model.answer).flatMap(each =>
    typeof each === 'number' ? [each] : []
  );
  const choose = (index: number, on: boolean) =>
    model.setAnswer(
      single ? [index] : on ? [...chosen, index].sort() : chosen.filter(other => other !== index)
    );
  return question.options.map(({ text }, index) => (
    <label key={index}>
      <input
        type={single ? 'radio' : 'checkbox'}
        name={group}
        checked={chosen.includes(index)}
        onChange={({ target }) => choose(index, target.checked)}
      />
      <span>{withCode(text)}</span>
    </label>
  ));
}

function Lines({ model, trans }: Props) {
  const lines = [...model.answer].map(String);
  const { moved } = model;
  return (
    <>
      <ol className="lb-lines">
        {lines.map((line, index) => (
          <li key={keyOf(lines, index)}>
            <button
              className="jp-mod-styled"
              type="button"
              aria-disabled={index === 0}
              aria-label={trans.__('Move up: %1', line)}
              onClick={() => model.move(index, -1)}
            >
              ↑
            </button>
            <button
              className="jp-mod-styled"
              type="button"
              aria-disabled={index === lines.length - 1}
              aria-label={trans.__('Move down: %1', line)}
              onClick={() => model.move(index, 1)}
            >
              ↓
            </button>
            <code>{line}</code>
          </li>
        ))}
      </ol>
      <p className="lb-hidden" role="status">
        {moved === undefined
          ? ''
          : trans.__('Now line %1 of %2: %3', moved + 1, lines.length, lines[moved])}
      </p>
    </>
  );
}

/** A line keeps its key wherever it goes, so that its buttons keep the focus; lines may be alike. */
const keyOf = (lines: readonly string[], index: number): string =>
  `${lines.slice(0, index).filter(line => line === lines[index]).length} ${lines[index]}`;

function Pairs({ model, trans }: Props) {
  const { question, offered } = model;
  if (question.kind !== 'match') {
    return null;
  }
  const answer = [...model.answer].map(String);
  return question.pairs.map(({ left }, index) => (
    <label key={left}>
      <span>{withCode(left)}</span>
      <select
        className="jp-mod-styled"
        value={answer[index] ?? ''}
        onChange={({ target }) =>
          model.setAnswer(answer.map((other, i) => (i === index ? target.value : other)))
        }
      >
        <option value="">{trans.__('Choose …')}</option>
        {offered.map(right => (
          <option key={right} value={right}>
            {right}
          </option>
        ))}
      </select>
    </label>
  ));
}
