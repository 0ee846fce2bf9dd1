import type { KernelMessage } from '@jupyterlab/services';
import { CHECK_EXPRESSION, CHECK_MIME } from '../protocol/check';
import type { CellError, ExpressionOutcome, MimeBundle } from '../protocol/runtime';
import { filterOutput, type Sanitize } from './filter';
import { answer } from './messages';
import type { RuntimeHost } from './runtime-host';
import { SPEC } from './spec';
import { Supervisor, type Ending, type OutputMessage } from './supervisor';
import { wordLoss, wordNotice, wordTraceback, type Loss, type Translate } from './words';

/** What a kernel needs of its host. */
export interface KernelOptions {
  id: string;
  host: RuntimeHost;
  version: string;
  translate: Translate;
  /** Without it, HTML is not shown and the plain form stands alone. */
  sanitize?: Sanitize;
}

type Header = KernelMessage.IHeader;
type Execution = KernelMessage.IExecuteRequestMsg;

/** Requests whose late output still finds its cell. */
const REMEMBERED_REQUESTS = 200;

/**
 * A Jupyter kernel for TypeScript: takes Jupyter's messages, runs cells in a worker one at a time,
 * and answers to every client that listens. It knows neither page nor Node.
 */
export class TypeScriptKernel {
  /** Receive every message that the kernel sends. */
  readonly clients = new Set<(message: KernelMessage.IMessage) => void>();
  readonly id: string;
  /** When the kernel was last heard of, for the list of running kernels. */
  lastActivity = new Date();
  /** As Jupyter names it: idle or busy. */
  state: 'idle' | 'busy' = 'idle';

  private readonly supervisor: Supervisor;
  private readonly queue: Execution[] = [];
  /** The request that runs. */
  private executing: Header | undefined;
  private executionCount = 0;
  private readonly parents = new Map<string, Header>();

  constructor(private readonly options: KernelOptions) {
    this.id = options.id;
    this.supervisor = new Supervisor(options.host, {
      output: message => this.publish(message),
      replaced: () => {
        this.executionCount = 0;
      }
    });
  }

  /** Takes a message of a client's. */
  handle(message: KernelMessage.IMessage): void {
    this.lastActivity = new Date();
    const { header } = message;
    if (header.msg_type === 'execute_request') {
      this.queue.push(message as unknown as Execution);
      void this.work();
      return;
    }
    this.status(header, 'busy');
    this.respond(message);
    this.status(header, 'idle');
    if (this.executing) {
      // A front end shows the last state it heard of, and a cell still runs.
      this.status(this.executing, 'busy');
    }
  }

  interrupt(): void {
    this.supervisor.interrupt();
  }

  /** Starts over with no variables; what waits to run is dropped with an answer. */
  restart(): void {
    this.abortQueue();
    this.supervisor.restart();
    this.executionCount = 0;
  }

  dispose(): void {
    this.abortQueue();
    this.supervisor.dispose();
    this.clients.clear();
  }

  private respond(message: KernelMessage.IMessage): void {
    const { header } = message;
    const reply = (type: string, content: object) =>
      this.send(
        answer(header, message.channel === 'control' ? 'control' : 'shell', type, {
          status: 'ok',
          ...content
        })
      );
    const type: string = header.msg_type;
    switch (type) {
      case 'kernel_info_request':
        reply('kernel_info_reply', kernelInfo(this.options.version));
        break;
      case 'is_complete_request':
        reply('is_complete_reply', { status: 'unknown' });
        break;
      case 'complete_request': {
        const { cursor_pos: cursor } = message.content as { cursor_pos: number };
        reply('complete_reply', {
          matches: [],
          cursor_start: cursor,
          cursor_end: cursor,
          metadata: {}
        });
        break;
      }
      case 'inspect_request':
        reply('inspect_reply', { found: false, data: {}, metadata: {} });
        break;
      case 'history_request':
        reply('history_reply', { history: [] });
        break;
      case 'comm_info_request':
        reply('comm_info_reply', { comms: {} });
        break;
      case 'interrupt_request':
        this.interrupt();
        reply('interrupt_reply', {});
        break;
      case 'shutdown_request': {
        const { restart } = message.content as { restart: boolean };
        reply('shutdown_reply', { restart });
        if (restart) {
          this.restart();
        }
        break;
      }
    }
  }

  /** Runs what is in the queue, one after the other, whatever happens to each. */
  private async work(): Promise<void> {
    if (this.executing) {
      return;
    }
    for (let next = this.queue.shift(); next; next = this.queue.shift()) {
      this.executing = next.header;
      this.status(next.header, 'busy');
      await this.execute(next);
      this.status(next.header, 'idle');
    }
    this.executing = undefined;
  }

  private async execute({ header, content }: Execution): Promise<void> {
    const { code, silent } = content;
    if (!silent && content.store_history !== false) {
      this.executionCount += 1;
    }
    const executionCount = this.executionCount;
    this.rememberParent(header);
    if (!silent) {
      this.iopub(header, 'execute_input', { code, execution_count: executionCount });
    }
    const ending = await this.supervisor.execute({
      id: header.msg_id,
      code,
      executionCount,
      silent: silent ?? false,
      userExpressions: (content.user_expressions ?? {}) as Record<string, string>
    });
    this.finish(header, executionCount, ending, content);
  }

  private finish(
    header: Header,
    executionCount: number,
    ending: Ending,
    { silent, stop_on_error: stopOnError }: Execution['content']
  ): void {
    const reply = (content: object) =>
      this.send(
        answer(header, 'shell', 'execute_reply', { execution_count: executionCount, ...content })
      );
    if (ending.status === 'ok') {
      const expressions = Object.entries(ending.userExpressions).map(
        ([name, outcome]) => [name, this.expression(name, outcome)] as const
      );
      reply({ status: 'ok', user_expressions: Object.fromEntries(expressions), payload: [] });
      return;
    }
    const error = this.errorContent(ending);
    if (!silent) {
      this.iopub(header, 'error', error);
    }
    reply({ status: 'error', ...error });
    if (stopOnError !== false) {
      this.abortQueue();
    }
  }

  private expression(name: string, outcome: ExpressionOutcome): object {
    if (!outcome.ok) {
      return { status: 'error', ...this.describe(outcome.error) };
    }
    const { [CHECK_MIME]: result } = outcome.data;
    const { data } = this.filter(outcome.data);
    const checked = name === CHECK_EXPRESSION && result !== undefined;
    return {
      status: 'ok',
      data: checked ? { ...data, [CHECK_MIME]: result } : data,
      metadata: {}
    };
  }

  private errorContent(ending: Exclude<Ending, { status: 'ok' }>): object {
    if (ending.status === 'lost') {
      const name = NAMES[ending.loss.why];
      const message = wordLoss(ending.loss, this.options.translate);
      return this.describe({ name, message, frames: [] });
    }
    return this.describe(ending.error);
  }

  private describe(error: CellError): object {
    const traceback = wordTraceback(error, this.options.translate);
    return { ename: error.name, evalue: error.message, traceback };
  }

  /** Answers everything that waits, without running it. */
  private abortQueue(): void {
    for (const { header } of this.queue.splice(0)) {
      this.status(header, 'busy');
      this.send(
        answer(header, 'shell', 'execute_reply', {
          status: 'aborted',
          execution_count: this.executionCount
        })
      );
      this.status(header, 'idle');
    }
  }

  private publish(message: OutputMessage): void {
    const parent = this.parents.get(message.request);
    if (!parent) {
      return;
    }
    switch (message.kind) {
      case 'stream':
        this.iopub(parent, 'stream', { name: message.name, text: message.text });
        break;
      case 'display': {
        const data = this.filterAndTell(parent, message.data);
        if (data) {
          const transient = { display_id: message.displayId };
          const type = message.update ? 'update_display_data' : 'display_data';
          this.iopub(parent, type, { data, metadata: {}, transient });
        }
        break;
      }
      case 'result': {
        const data = this.filterAndTell(parent, message.data);
        if (data) {
          const execution_count = this.executionCount;
          this.iopub(parent, 'execute_result', { data, metadata: {}, execution_count });
        }
        break;
      }
      case 'clearOutput':
        this.iopub(parent, 'clear_output', { wait: message.wait });
        break;
      case 'uncaught':
        this.iopub(parent, 'error', this.describe(message.error));
        break;
      case 'notice':
        this.tell(parent, wordNotice(message.notice, this.options.translate));
        break;
    }
  }

  private filter(data: MimeBundle) {
    return filterOutput(data, this.options.sanitize);
  }

  /** What may be shown, or nothing; what is held back is said under the cell. */
  private filterAndTell(parent: Header, data: MimeBundle): MimeBundle | undefined {
    const { data: kept, notices } = this.filter(data);
    for (const notice of notices) {
      this.tell(parent, wordNotice(notice, this.options.translate));
    }
    return Object.keys(kept).length > 0 ? kept : undefined;
  }

  private tell(parent: Header, sentence: string): void {
    this.iopub(parent, 'stream', { name: 'stderr', text: `${sentence}\n` });
  }

  private rememberParent(header: Header): void {
    this.parents.set(header.msg_id, header);
    if (this.parents.size > REMEMBERED_REQUESTS) {
      const [oldest] = this.parents.keys();
      this.parents.delete(oldest ?? '');
    }
  }

  private status(parent: Header, state: 'idle' | 'busy'): void {
    this.state = state;
    this.iopub(parent, 'status', { execution_state: state });
  }

  private iopub(parent: Header, type: string, content: object): void {
    this.send(answer(parent, 'iopub', type, content));
  }

  private send(message: KernelMessage.IMessage): void {
    this.lastActivity = new Date();
    for (const client of this.clients) {
      client(message);
    }
  }
}

/** What an error is called that stands for a lost worker. */
const NAMES: Record<Loss['why'], string> = {
  unstoppable: 'Interrupted',
  restarted: 'Interrupted',
  crashed: 'KernelDied',
  notStarted: 'KernelNotStarted'
};

function kernelInfo(version: string): object {
  return {
    protocol_version: '5.4',
    implementation: 'lessonbook',
    implementation_version: version,
    banner: `Lessonbook ${version}: TypeScript in a sandboxed worker`,
    language_info: SPEC.language_info,
    debugger: false,
    help_links: []
  };
}
