import type { Assistant } from './assistant';
import { describeFailure } from './errors';
import { ExecutionQueue, type Execution } from './execution';
import type { Sanitize } from './filter';
import { Iopub } from './iopub';
import { answer, type Message, type Send } from './messages';
import { Requests } from './requests';
import type { RuntimeHost } from './runtime-host';
import { Supervisor } from './supervisor';
import type { Translate } from './words';

/** What a kernel needs of its host. */
export interface KernelOptions {
  id: string;
  host: RuntimeHost;
  version: string;
  translate: Translate;
  /** Without it, HTML is not shown and the plain form stands alone. */
  sanitize?: Sanitize;
  /** Without it, nothing is completed and no name is explained. */
  assistant?: Assistant;
}

/**
 * A Jupyter kernel for TypeScript: takes Jupyter's messages, runs cells in a worker one at a time,
 * and answers to every client that listens. It knows neither page nor Node.
 */
export class TypeScriptKernel {
  /** Receive every message that the kernel sends. */
  readonly clients = new Set<(message: Message) => void>();
  readonly id: string;
  /** When the kernel was last heard of, for the list of running kernels. */
  lastActivity = new Date();

  private readonly supervisor: Supervisor;
  private readonly iopub: Iopub;
  private readonly queue: ExecutionQueue;
  private readonly requests: Requests;
  private readonly assistant: Assistant | undefined;

  constructor({ id, host, version, translate, sanitize, assistant }: KernelOptions) {
    this.id = id;
    this.assistant = assistant;
    this.iopub = new Iopub(this.send, translate, sanitize);
    this.supervisor = new Supervisor(host, {
      output: message => this.iopub.output(message),
      replaced: () => this.startOver()
    });
    const { supervisor, iopub, send } = this;
    const ran = (code: string) => assistant?.ran(code);
    this.queue = new ExecutionQueue({ supervisor, iopub, send, translate, ran });
    this.requests = new Requests({
      version,
      assistant,
      interrupt: () => this.interrupt(),
      restart: () => this.restart()
    });
  }

  /** As Jupyter names it: idle or busy. */
  get state(): 'idle' | 'busy' {
    return this.iopub.state;
  }

  /** Takes a message of a client's. */
  handle(message: Message): void {
    this.lastActivity = new Date();
    if (message.header.msg_type === 'execute_request') {
      this.queue.add(message as unknown as Execution);
    } else {
      void this.respond(message);
    }
  }

  interrupt(): void {
    this.supervisor.interrupt();
  }

  /** Starts over with no variables; what waits to run is dropped with an answer. */
  restart(): void {
    this.queue.abort();
    this.supervisor.restart();
    this.startOver();
  }

  dispose(): void {
    this.queue.abort();
    this.supervisor.dispose();
    this.clients.clear();
  }

  private async respond(message: Message): Promise<void> {
    const { header } = message;
    this.iopub.status(header, 'busy');
    const content = await this.requests.answer(message).catch(describeFailure);
    if (content) {
      const channel = message.channel === 'control' ? 'control' : 'shell';
      const type = header.msg_type.replace(/_request$/, '_reply');
      this.send(header, channel, type, { status: 'ok', ...content });
    }
    this.iopub.status(header, 'idle');
    if (this.queue.executing) {
      // A front end shows the last state it heard of, and a cell still runs.
      this.iopub.status(this.queue.executing, 'busy');
    }
  }

  private startOver(): void {
    this.queue.startOver();
    this.assistant?.startOver();
  }

  private readonly send: Send = (parent, channel, type, content) => {
    this.lastActivity = new Date();
    const message = answer(parent, channel, type, content);
    for (const client of this.clients) {
      client(message);
    }
  };
}
