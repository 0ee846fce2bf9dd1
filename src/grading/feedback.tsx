import type { TranslationBundle } from '@jupyterlab/translation';
import type { CellError } from '../lesson/errors';
import type { CheckResult } from '../lesson/result';
import { SideBySide } from './side-by-side';

/** How an outcome is shown: never by colour alone. */
const SIGNS: Record<CheckResult['outcome'], string> = {
  passed: '✓',
  failed: '✗',
  notAttempted: '○',
  errored: '!',
  unchecked: '?'
};

function wordOf(outcome: CheckResult['outcome'], trans: TranslationBundle): string {
  switch (outcome) {
    case 'passed':
      return trans.__('Solved');
    case 'failed':
      return trans.__('Not yet');
    case 'notAttempted':
      return trans.__('Not attempted');
    case 'errored':
      return trans.__('Error in your cell');
    case 'unchecked':
      return trans.__('Could not be checked');
  }
}

function messageOf(result: CheckResult, trans: TranslationBundle): string {
  switch (result.outcome) {
    case 'errored':
      return result.stoppedAfter === undefined
        ? errorText(result.error, trans)
        : stoppedText(result.stoppedAfter, result.error, trans);
    case 'unchecked':
      return result.reason;
    default:
      return result.message;
  }
}

function errorText({ name, message, frames }: CellError, trans: TranslationBundle): string {
  const place = frames[0];
  if (place?.file !== undefined) {
    return trans.__('%1 in %2, line %3: %4', name, place.file, place.line, message);
  }
  return place
    ? trans.__('%1 on line %2: %3', name, place.line, message)
    : trans.__('%1: %2', name, message);
}

/** What is said of a cell that did not end. */
function stoppedText(seconds: number, { frames }: CellError, trans: TranslationBundle): string {
  const line = frames[0]?.line;
  return line === undefined
    ? trans.__(
        'Your cell was stopped after %1 s, while it waited for something. Your variables are kept.',
        seconds
      )
    : trans.__(
        'Your cell was stopped after %1 s, in the loop or function on line %2. Does it ever end? Your variables are kept.',
        seconds,
        line
      );
}

/** What to look at next, or what an error most often comes from. */
function adviceOf(result: CheckResult, trans: TranslationBundle): string | undefined {
  if (result.outcome === 'failed') {
    return (
      result.next ??
      (result.points > 0
        ? trans._n(
            '%1 point for what is right so far.',
            '%1 points for what is right so far.',
            result.points
          )
        : undefined)
    );
  }
  if (result.outcome === 'notAttempted') {
    return trans.__('Read the task above, then write below it. A hint costs nothing.');
  }
  if (result.outcome === 'errored' && result.error.name === 'ReferenceError') {
    return trans.__('If the name comes from a cell above, run the cells above first.');
  }
  return undefined;
}

/** What a check said, in an area that screen readers announce. */
export function Feedback({
  result,
  changed,
  stage,
  trans
}: {
  result: CheckResult | undefined;
  /** What to say where the answer has changed since. */
  changed: string | undefined;
  stage: 'waiting' | 'checking' | undefined;
  trans: TranslationBundle;
}) {
  return (
    <div className="lb-feedback-region" role="status" aria-live="polite">
      {stage === 'waiting' && (
        <p className="lb-checking">{trans.__('Another cell runs. The check waits for it …')}</p>
      )}
      {stage === 'checking' && <p className="lb-checking">{trans.__('Running and checking …')}</p>}
      {result && !stage && <Verdict result={result} changed={changed} trans={trans} />}
    </div>
  );
}

function Verdict({
  result,
  changed,
  trans
}: {
  result: CheckResult;
  changed: string | undefined;
  trans: TranslationBundle;
}) {
  const advice = adviceOf(result, trans);
  const { outcome } = result;
  return (
    <div className={`lb-feedback lb-${outcome}${changed === undefined ? '' : ' lb-stale'}`}>
      <p className="lb-verdict">
        <span className="lb-sign" aria-hidden="true">
          {SIGNS[outcome]}
        </span>
        <strong>{wordOf(outcome, trans)}</strong>
        {changed !== undefined && <em>{changed}</em>}
      </p>
      <p className="lb-message">{withCode(messageOf(result, trans))}</p>
      {outcome === 'failed' && <SideBySide result={result} trans={trans} />}
      {advice !== undefined && <p className="lb-next">{withCode(advice)}</p>}
    </div>
  );
}

/** Names in backticks, as code. */
export function withCode(text: string) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
