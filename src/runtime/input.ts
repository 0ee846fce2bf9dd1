import type { FromRuntime, InputAnswer } from '../protocol/runtime';
import type { Output } from './output';

/** How to ask. */
export interface InputOptions {
  /** What is typed is not shown. */
  password?: boolean;
}

/** Thrown where nobody can be asked. */
class InputError extends Error {
  override readonly name = 'InputError';
}

const REASONS: Record<Extract<InputAnswer, { ok: false }>['why'], string> = {
  notAllowed:
    'input() cannot ask here: what runs this cell has no way to answer. Run it in a notebook, or set the value in the code.',
  noCell: 'input() can ask only while its cell runs: write `await input(…)`.'
};

interface Waiting {
  resolve(value: string): void;
  reject(error: Error): void;
}

/** Lines of text that cells ask the learner for. */
export class Inputs {
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor(
    private readonly post: (message: FromRuntime) => void,
    private readonly output: Output
  ) {}

  /**
   * Asks the learner for a line of text, below what the cell has shown so far.
   *
   * @param prompt stands before the box, such as `'Name? '`
   * @returns what was typed, without the end of the line
   * @throws InputError where what runs the cell cannot ask
   */
  readonly input = (prompt: unknown = '', options: InputOptions = {}): Promise<string> => {
    const question = ++this.count;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.waiting.set(question, { resolve, reject });
    // What was printed before comes first.
    this.output.flush();
    this.post({
      kind: 'input',
      request: this.output.current,
      question,
      prompt: String(prompt),
      password: options.password === true
    });
    return promise;
  };

  /** The host's answer. */
  settle(question: number, answer: InputAnswer): void {
    const waiting = this.waiting.get(question);
    this.waiting.delete(question);
    if (answer.ok) {
      waiting?.resolve(answer.value);
    } else {
      waiting?.reject(new InputError(REASONS[answer.why]));
    }
  }

  /** The cell has ended or is to end; what it still waits for does not come. */
  cancel(error: Error = new InputError(REASONS.noCell)): void {
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    waiting.forEach(({ reject }) => reject(error));
  }
}
