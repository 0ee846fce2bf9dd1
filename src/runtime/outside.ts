import type { NotebookFiles } from '../modules/host';
import type { OutsideAnswer, OutsideRequest } from '../protocol/outside';
import type { FromRuntime } from '../protocol/runtime';

/** Thrown where the host refuses what a cell asks for, or cannot give it. */
class Refused extends Error {
  constructor(
    override readonly name: string,
    reason: string
  ) {
    super(reason);
  }
}

/** Which answer belongs to which question. */
interface Answers {
  read: 'file';
  write: 'written';
  list: 'names';
  package: 'module' | 'address';
}

type AnswerTo<R extends OutsideRequest> = Extract<OutsideAnswer, { got: Answers[R['ask']] }>;

/** The worker's way to what lies outside of it. */
export class Outside {
  private readonly waiting = new Map<number, PromiseWithResolvers<OutsideAnswer>>();
  private count = 0;

  constructor(private readonly post: (message: FromRuntime) => void) {}

  /** @throws Error named `FileError` or `PackageError`, in words for the learner */
  async ask<R extends OutsideRequest>(request: R): Promise<AnswerTo<R>> {
    const question = ++this.count;
    const waiting = Promise.withResolvers<OutsideAnswer>();
    this.waiting.set(question, waiting);
    this.post({ kind: 'outside', question, asked: request });
    const answer = await waiting.promise;
    if (answer.got === 'refusal') {
      throw new Refused(answer.name, answer.reason);
    }
    return answer as AnswerTo<R>;
  }

  /** The host's answer. */
  settle(question: number, answer: OutsideAnswer): void {
    this.waiting.get(question)?.resolve(answer);
    this.waiting.delete(question);
  }
}

/** The files beside the notebook, for the modules that cells import. */
export function notebookFiles(outside: Outside): NotebookFiles {
  return {
    read: async path => (await outside.ask({ ask: 'read', paths: [path] })).bytes,
    write: async (path, bytes) => (await outside.ask({ ask: 'write', path, bytes })).path,
    list: async folder => (await outside.ask({ ask: 'list', folder })).names
  };
}
