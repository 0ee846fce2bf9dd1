import type { Completeness, ToRuntime } from '../protocol/runtime';

/** Milliseconds that the worker has to answer while a cell runs, which may hold it up. */
const BUSY_LIMIT = 300;
/** The same where nothing runs, but the worker may still be starting. */
const IDLE_LIMIT = 5000;

/**
 * Asks the worker whether a source is complete: the parser is there already, and too heavy for the
 * page. Where no answer comes in time it is unknown, and a console lets its user decide.
 */
export class CompletenessQuestions {
  private readonly waiting = new Map<number, (completeness: Completeness) => void>();
  private count = 0;

  constructor(private readonly post: (message: ToRuntime) => void) {}

  ask(code: string, busy: boolean): Promise<Completeness> {
    const question = ++this.count;
    const { promise, resolve } = Promise.withResolvers<Completeness>();
    this.waiting.set(question, resolve);
    const limit = busy ? BUSY_LIMIT : IDLE_LIMIT;
    const timer = setTimeout(() => this.settle(question, { status: 'unknown' }), limit);
    this.post({ kind: 'isComplete', question, code });
    return promise.finally(() => clearTimeout(timer));
  }

  settle(question: number, completeness: Completeness): void {
    this.waiting.get(question)?.(completeness);
    this.waiting.delete(question);
  }
}
