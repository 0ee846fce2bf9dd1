import * as kit from '../check';
import type { Check, Checks } from '../check';
import { parse } from '../compile';
import type { CellError } from '../lesson/errors';
import type { CheckResult } from '../lesson/result';
import { CHECK_MIME, CHECK_SECONDS, type CheckRequest } from '../protocol/check';
import type { ExpressionOutcome, Json } from '../protocol/runtime';
import { LearnerError, NotDeclared, checkContext, type ContextParts } from './check-context';
import { Deadline, OutOfTime } from './deadline';
import { Interrupted } from './interrupt';
import type { CellRecord } from './records';
import { sameTokens } from './tokens';
import { TensorScope } from './tensor-scope';

/** What checks need of the session. */
export interface CheckParts extends Omit<ContextParts, 'record' | 'deadline' | 'scope'> {
  /** Bounds all learner code until it is called again. */
  limit(deadline: Deadline | undefined): void;
  /** How a cell with this text ran last. */
  record(source: string): CellRecord | undefined;
  readError(thrown: unknown): CellError;
  /** Evaluates the text of a function expression, checks in its loops. */
  evaluate(source: string, deadline: Deadline): Promise<unknown>;
}

/** Checks an exercise as a user expression asks for it. */
export async function answerCheck(
  expression: string,
  parts: CheckParts
): Promise<ExpressionOutcome> {
  const request = JSON.parse(expression) as CheckRequest;
  const result = await runCheck(request, parts);
  // Only what is JSON can travel.
  return { ok: true, data: { [CHECK_MIME]: JSON.parse(JSON.stringify(result)) as Json } };
}

/** Judges an exercise. Rejects only when it is interrupted. */
export async function runCheck(request: CheckRequest, parts: CheckParts): Promise<CheckResult> {
  const { cellSource, starter } = request;
  if (cellSource.trim() === '' || (starter !== undefined && sameTokens(cellSource, starter))) {
    return {
      outcome: 'notAttempted',
      message: 'Write your answer into this cell and run it first.'
    };
  }
  const record = parts.record(cellSource);
  if (!record) {
    return { outcome: 'notAttempted', message: 'Run this cell as it is now, then check it.' };
  }
  if (record.error) {
    return { outcome: 'errored', error: record.error };
  }
  const deadline = new Deadline(request.timeLimit ?? CHECK_SECONDS);
  const scope = await TensorScope.open(parts.imports);
  parts.limit(deadline);
  try {
    return await deadline.race(judge(request, parts, { record, deadline, scope }));
  } catch (thrown) {
    return explain(thrown, parts);
  } finally {
    parts.limit(undefined);
    scope.close();
  }
}

type Own = Pick<ContextParts, 'record' | 'deadline' | 'scope'>;

async function judge(request: CheckRequest, parts: CheckParts, own: Own): Promise<CheckResult> {
  const check = (await loadChecks(request.checks, parts, own.deadline))[request.exercise];
  if (!check) {
    throw new Error(`there is no checker for '${request.exercise}'`);
  }
  const { cellSource: source, points } = request;
  const verdict = await check(checkContext({ source, tree: parse(source) }, { ...parts, ...own }));
  if (verdict === undefined) {
    return { outcome: 'passed', points, message: 'Right.' };
  }
  if ('passed' in verdict) {
    return { outcome: 'passed', points, message: verdict.message };
  }
  if (typeof verdict.id !== 'string' || typeof verdict.message !== 'string') {
    throw new Error('it gave neither nothing, nor a failure, nor passed(…)');
  }
  const earned = Math.max(0, Math.min(verdict.points ?? 0, points));
  return { outcome: 'failed', ...verdict, points: earned };
}

/** Runs the compiled `checks.ts`, a CommonJS module whose only import is the kit. */
async function loadChecks(text: string, parts: CheckParts, deadline: Deadline): Promise<Checks> {
  const define = (await parts.evaluate(
    `(function (module, exports, require) {\n${text}\n})`,
    deadline
  )) as (module: object, exports: object, require: (specifier: string) => unknown) => void;
  const module: { exports: { default?: Record<string, Check> } } = { exports: {} };
  define(module, module.exports, specifier => {
    if (specifier !== 'lessonbook/check') {
      throw new Error(`a checker cannot import '${specifier}'`);
    }
    return kit;
  });
  const checks = module.exports.default ?? {};
  return Object.fromEntries(Object.entries(checks));
}

/** Whose mistake it was that a check ended by an error: the learner's is told by its frames. */
function explain(thrown: unknown, parts: CheckParts): CheckResult {
  if (thrown instanceof Interrupted) {
    throw thrown;
  }
  if (thrown instanceof NotDeclared) {
    return { outcome: 'notAttempted', message: thrown.message };
  }
  if (thrown instanceof LearnerError) {
    return { outcome: 'errored', error: thrown.error };
  }
  if (thrown instanceof OutOfTime) {
    return { outcome: 'unchecked', reason: outOfTime(thrown) };
  }
  if (isLearners(thrown)) {
    return { outcome: 'errored', error: parts.readError(thrown) };
  }
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    outcome: 'unchecked',
    reason: `The checker of this exercise failed: ${what}. That is a mistake in the lesson, not in your answer.`
  };
}

function outOfTime({ seconds, line }: OutOfTime): string {
  return line > 0
    ? `The check was stopped after ${seconds} s, in the loop or function on line ${line} of your code. Does it end for every input?`
    : `The check was stopped after ${seconds} s, so nothing is known of your answer. That is not a mistake of yours.`;
}

/** Whether the innermost frame that is a cell's or a checker's is a cell's. */
function isLearners(thrown: unknown): boolean {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  return /\b(cell|checks)-\d+\.ts:/.exec(stack)?.[1] === 'cell';
}
