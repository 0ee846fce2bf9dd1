import type { FromRuntime, InputAnswer, ToRuntime } from '../protocol/runtime';
import type { Message, Send } from './messages';
import type { Runs } from './runs';

type InputRequest = Extract<FromRuntime, { kind: 'input' }>;

/** What asking the learner takes. */
export interface StdinParts {
  runs: Runs;
  /** The id of the request that runs. */
  executing(): string | undefined;
  send: Send;
  post(message: ToRuntime): void;
}

/** Asks the learner, through the front end, for what a running cell waits for. */
export class Stdin {
  /** The question that is open, and the message that asks it. */
  private open: { question: number; message: string } | undefined;

  constructor(private readonly parts: StdinParts) {}

  /** A cell asks. */
  ask({ request, question, prompt, password }: InputRequest): void {
    const run = this.parts.runs.find(request);
    if (!run || request !== this.parts.executing()) {
      this.answer(question, { ok: false, why: 'noCell' });
    } else if (!run.allowStdin) {
      this.answer(question, { ok: false, why: 'notAllowed' });
    } else {
      const content = { prompt, password };
      const message = this.parts.send(run.header, 'stdin', 'input_request', content);
      this.open = { question, message };
    }
  }

  /** The front end answers. */
  reply({ parent_header: parent, content }: Message): void {
    const { open } = this;
    const asked = 'msg_id' in parent ? parent.msg_id : undefined;
    // An answer to a question of a cell that was interrupted comes too late.
    if (open && (asked === undefined || asked === open.message)) {
      this.open = undefined;
      const { value } = content as { value?: string };
      this.answer(open.question, { ok: true, value: value ?? '' });
    }
  }

  /** The cell ended, so that nothing waits for an answer. */
  end(): void {
    this.open = undefined;
  }

  private answer(question: number, answer: InputAnswer): void {
    this.parts.post({ kind: 'input', question, answer });
  }
}
