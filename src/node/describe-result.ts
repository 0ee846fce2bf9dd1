import type { CheckResult } from '../lesson/result';

/** What a result has to say, in a line. */
export function messageOf(result: CheckResult): string {
  switch (result.outcome) {
    case 'errored': {
      const { name, message, frames } = result.error;
      const [place] = frames;
      const file = place?.file === undefined ? '' : ` in ${place.file}`;
      const where = `${file}${place ? ` on line ${place.line}` : ''}`;
      return result.stoppedAfter === undefined
        ? `${name}${where}: ${message}`
        : `The cell was stopped after ${result.stoppedAfter} s${where}, and had not ended.`;
    }
    case 'unchecked':
      return result.reason;
    default:
      return result.message;
  }
}

/** A result in a line, its outcome first. */
export function describeResult(result: CheckResult): string {
  const outcome = result.outcome === 'failed' ? `failed as '${result.id}'` : result.outcome;
  return `${outcome}: ${messageOf(result)}`;
}
