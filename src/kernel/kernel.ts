import { UUID } from '@lumino/coreutils';
import type { ToRuntime } from '../protocol/runtime';
import type { Assistant } from './assistant';
import { Comms, ownComms, type AllowComm } from './comms';
import { CompletenessQuestions } from './completeness';
import { describeFailure } from './errors';
import { ExecutionQueue, type Execution } from './execution';
import type { Sanitize } from './filter';
import { History } from './history';
import { Iopub } from './iopub';
import { answer, type Message, type Send } from './messages';
import { nothingOutside, type Outside } from './outside';
import { Requests } from './requests';
import type { RuntimeHost } from './runtime-host';
import { Runs } from './runs';
import { Stdin } from './stdin';
import { Supervisor, type WorkerMessage } from './supervisor';
import type { Translate } from './words';

type OutsideQuestion = Extract<WorkerMessage, { kind: 'outside' }>;

/** What a kernel needs of its host. */
export interface KernelOptions {
  id: string;
  host: RuntimeHost;
  version: string;
  translate: Translate;
  /** Whether errors tell where in a library they came from; they do not where left out. */
  libraryFrames?(): boolean;
  /** Without it, HTML is not shown and the plain form stands alone. */
  sanitize?: Sanitize;
  /** Without it, nothing is completed and no name is explained. */
  assistant?: Assistant;
  /** Which comms may be opened; only Lessonbook's own where left out. */
  allowComm?: AllowComm;
  /** What cells reach of the world outside their worker; nothing where left out. */
  outside?: Outside;
  /** A client asks, by a message, for an end or for a new beginning. */
  shutdown(restart: boolean): void;
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
  private readonly stdin: Stdin;
  private readonly comms: Comms;
  private readonly completeness: CompletenessQuestions;
  private readonly requests: Requests;
  private readonly history = new History();
  private readonly assistant: Assistant | undefined;
  /** Counts the workers: an answer for one that is gone is for nobody. */
  private generation = 0;
  /** Tells this kernel's messages from those of another, as Jupyter's headers do. */
  private readonly session = UUID.uuid4();

  constructor(private readonly options: KernelOptions) {
    const { id, host, version, translate, sanitize, assistant, allowComm = ownComms } = options;
    this.id = id;
    this.assistant = assistant;
    const words = { translate, libraryFrames: () => options.libraryFrames?.() ?? false };
    const runs = new Runs();
    const { send, history } = this;
    this.supervisor = new Supervisor(host, {
      message: message => this.receive(message),
      replaced: () => this.startOver()
    });
    const { supervisor } = this;
    const post = (message: ToRuntime) => supervisor.post(message);
    this.iopub = new Iopub({
      runs,
      send,
      words,
      sanitize,
      result: (executionCount, text) => history.addOutput(executionCount, text)
    });
    this.comms = new Comms({ allow: allowComm, runs, send, post, translate });
    this.completeness = new CompletenessQuestions(post);
    this.queue = new ExecutionQueue({
      supervisor,
      iopub: this.iopub,
      runs,
      send,
      words,
      store: (executionCount, code) => history.add(executionCount, code),
      ended: () => this.stdin.end(),
      ran: code => assistant?.ran(code)
    });
    this.stdin = new Stdin({
      runs,
      send,
      post,
      executing: () => this.queue.executing?.msg_id
    });
    this.requests = new Requests({
      version,
      assistant,
      history,
      comms: this.comms,
      isComplete: code => this.completeness.ask(code, this.queue.executing !== undefined),
      interrupt: () => this.interrupt()
    });
  }

  /** As Jupyter names it: idle or busy. */
  get state(): 'idle' | 'busy' {
    return this.iopub.state;
  }

  /** Takes a message of a client's. */
  handle(message: Message): void {
    this.lastActivity = new Date();
    const type: string = message.header.msg_type;
    switch (type) {
      case 'execute_request':
        this.queue.add(message as unknown as Execution);
        break;
      case 'input_reply':
        this.stdin.reply(message);
        break;
      default:
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
  }

  /** Says that the kernel is there, to clients that listened before. */
  announce(): void {
    this.send({}, 'iopub', 'status', { execution_state: 'starting' });
  }

  dispose(): void {
    this.queue.abort();
    this.supervisor.dispose();
    this.assistant?.dispose();
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
    if (message.header.msg_type === 'shutdown_request') {
      const { restart } = message.content as unknown as { restart: boolean };
      // Other clients hear of it too.
      this.iopub.publish(header, 'shutdown_reply', { status: 'ok', restart });
      this.options.shutdown(restart);
    } else if (this.queue.executing) {
      // A front end shows the last state it heard of, and a cell still runs.
      this.iopub.status(this.queue.executing, 'busy');
    }
  }

  /** What the worker has to say. */
  private receive(message: WorkerMessage): void {
    switch (message.kind) {
      case 'completeness':
        this.completeness.settle(message.question, message.completeness);
        break;
      case 'input':
        this.stdin.ask(message);
        break;
      case 'comm':
        this.comms.fromCell(message.request, message.event);
        break;
      case 'commHandled':
        this.comms.handled(message.request);
        break;
      case 'outside':
        void this.answerOutside(message);
        break;
      default:
        this.iopub.output(message);
    }
  }

  private async answerOutside({ question, asked }: OutsideQuestion): Promise<void> {
    const { outside = nothingOutside } = this.options;
    const { generation } = this;
    const answer = await outside.answer(asked);
    if (generation === this.generation) {
      this.supervisor.post({ kind: 'outside', question, answer });
    }
  }

  private startOver(): void {
    this.generation += 1;
    this.queue.startOver();
    this.history.startOver();
    this.comms.startOver();
    this.assistant?.startOver();
  }

  private readonly send: Send = (parent, channel, type, content, attachments) => {
    this.lastActivity = new Date();
    const message = answer(this.session, parent, channel, type, content, attachments);
    for (const client of this.clients) {
      client(message);
    }
    return message.header.msg_id;
  };
}
