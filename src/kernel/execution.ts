import type { KernelMessage } from '@jupyterlab/services';
import { CHECK_EXPRESSION, CHECK_MIME } from '../protocol/check';
import type { ExpressionOutcome } from '../protocol/runtime';
import { describeEnding, describeError, describeFailure } from './errors';
import type { Iopub } from './iopub';
import type { Header, Send } from './messages';
import type { Runs } from './runs';
import type { Ending, Supervisor } from './supervisor';
import type { Words } from './words';

export type Execution = KernelMessage.IExecuteRequestMsg;

/** What executing takes. */
export interface ExecutionParts {
  supervisor: Supervisor;
  iopub: Iopub;
  runs: Runs;
  send: Send;
  words: Words;
  /** A cell begins that is to be remembered. */
  store(executionCount: number, code: string): void;
  /** A cell has ended, in whatever way. */
  ended(): void;
  /** A cell has run that may have declared something. */
  ran(code: string): void;
}

/** Runs cells one at a time, in the order in which they came; each gets a reply, whatever happens. */
export class ExecutionQueue {
  /** The request that runs. */
  executing: Header | undefined;
  private readonly waiting: Execution[] = [];
  private count = 0;

  constructor(private readonly parts: ExecutionParts) {}

  add(message: Execution): void {
    this.waiting.push(message);
    void this.work();
  }

  /** Answers everything that waits, without running it. */
  abort(): void {
    for (const { header } of this.waiting.splice(0)) {
      this.parts.iopub.status(header, 'busy');
      const content = { status: 'aborted', execution_count: this.count };
      this.parts.send(header, 'shell', 'execute_reply', content);
      this.parts.iopub.status(header, 'idle');
    }
  }

  /** The next cell is the first of a new worker. */
  startOver(): void {
    this.count = 0;
  }

  private async work(): Promise<void> {
    if (this.executing) {
      return;
    }
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      this.executing = next.header;
      await this.execute(next).catch((reason: unknown) => {
        const content = { execution_count: this.count, ...describeFailure(reason) };
        this.parts.send(next.header, 'shell', 'execute_reply', content);
      });
      this.parts.iopub.status(next.header, 'idle');
    }
    this.executing = undefined;
  }

  private async execute(message: Execution): Promise<void> {
    const { iopub } = this.parts;
    const { header, content } = message;
    const { code, silent = false } = content;
    iopub.status(header, 'busy');
    const { executionCount, running } = this.start(message);
    if (!silent) {
      iopub.publish(header, 'execute_input', { code, execution_count: executionCount });
    }
    const ending = await running;
    this.parts.ended();
    this.finish(header, executionCount, ending, content);
    if (!silent) {
      this.parts.ran(code);
    }
  }

  /** Gives a cell to the worker. */
  private start({ header, content }: Execution): {
    executionCount: number;
    running: Promise<Ending>;
  } {
    const { runs, supervisor } = this.parts;
    const { code, silent = false } = content;
    if (typeof code !== 'string') {
      throw new TypeError('An execute_request needs code to execute.');
    }
    if (!silent && content.store_history !== false) {
      this.count += 1;
      this.parts.store(this.count, code);
    }
    const executionCount = this.count;
    runs.begin({ header, executionCount, silent, allowStdin: content.allow_stdin ?? false });
    const running = supervisor.execute({
      id: header.msg_id,
      code,
      executionCount,
      silent,
      userExpressions: (content.user_expressions ?? {}) as Record<string, string>
    });
    return { executionCount, running };
  }

  private finish(
    header: Header,
    executionCount: number,
    ending: Ending,
    { silent, stop_on_error: stopOnError }: Execution['content']
  ): void {
    const reply = (content: object) =>
      this.parts.send(header, 'shell', 'execute_reply', {
        execution_count: executionCount,
        ...content
      });
    if (ending.status === 'ok') {
      const expressions = Object.entries(ending.userExpressions).map(
        ([name, outcome]) => [name, this.expression(name, outcome)] as const
      );
      reply({ status: 'ok', user_expressions: Object.fromEntries(expressions), payload: [] });
      return;
    }
    const error = describeEnding(ending, this.parts.words);
    if (!silent) {
      this.parts.iopub.publish(header, 'error', error);
    }
    reply({ status: 'error', ...error });
    if (!silent && stopOnError !== false) {
      this.abort();
    }
  }

  private expression(name: string, outcome: ExpressionOutcome): object {
    if (!outcome.ok) {
      return { status: 'error', ...describeError(outcome.error, this.parts.words) };
    }
    const { [CHECK_MIME]: result } = outcome.data;
    const { data } = this.parts.iopub.filter(outcome.data);
    const checked = name === CHECK_EXPRESSION && result !== undefined;
    return {
      status: 'ok',
      data: checked ? { ...data, [CHECK_MIME]: result } : data,
      metadata: {}
    };
  }
}
