import type { ExecuteOutcome, ExecuteRequest, FromRuntime, ToRuntime } from '../protocol/runtime';
import type { RuntimeHost, RuntimeWorker } from './runtime-host';
import type { Loss } from './words';

/** How a request ended: by the worker's own account, or because the worker is gone. */
export type Ending = ExecuteOutcome | { status: 'lost'; loss: Loss };

/** What a worker sends while a cell runs and after. */
export type WorkerMessage = Exclude<
  FromRuntime,
  { kind: 'ready' } | { kind: 'listening' } | { kind: 'requestFile' } | { kind: 'done' }
>;

/** Milliseconds that an interrupted cell has to answer before its worker is replaced. */
const INTERRUPT_GRACE = 1000;

/** What a supervisor reports beside the endings. */
export interface SupervisorEvents {
  message(message: WorkerMessage): void;
  /** The worker was replaced, so that the variables are gone. */
  replaced(loss: Loss): void;
}

interface Running {
  serial: number;
  id: string;
  settle(ending: Ending): void;
}

/**
 * Keeps one worker for a kernel: starts it, gives it one request at a time, interrupts it, and
 * replaces it when it is beyond that. No request is ever left without an ending.
 */
export class Supervisor {
  private worker: RuntimeWorker | undefined;
  private ready = Promise.withResolvers<undefined>();
  private running: Running | undefined;
  private serial = 0;
  private grace: ReturnType<typeof setTimeout> | undefined;
  /** Whether the worker has said that it is ready. */
  private started = false;
  /** Whether the last worker could not start. */
  private failed = false;
  /** How a worker was lost that had run cells, while none ran. */
  private untold: Loss | undefined;

  constructor(
    private readonly host: RuntimeHost,
    private readonly events: SupervisorEvents
  ) {
    this.spawn();
  }

  /** Runs one cell. The caller waits for the ending before the next. */
  execute(request: Omit<ExecuteRequest, 'serial'>): Promise<Ending> {
    if (this.untold && !request.silent) {
      const ending: Ending = { status: 'lost', loss: this.untold };
      this.untold = undefined;
      return Promise.resolve(ending);
    }
    if (this.failed) {
      this.spawn();
    }
    const serial = ++this.serial;
    const { promise, resolve } = Promise.withResolvers<Ending>();
    this.running = { serial, id: request.id, settle: resolve };
    this.whenReady(() => {
      if (this.running?.serial === serial) {
        this.worker?.post({ kind: 'execute', request: { ...request, serial } });
      }
    });
    return promise;
  }

  /** Sends what is no request to execute, once there is a worker that listens. */
  post(message: ToRuntime): void {
    this.whenReady(() => this.worker?.post(message));
  }

  /**
   * Stops the running cell, or else what a cell has left behind: a timer, a handler of a comm.
   * Variables are kept if the worker answers in time.
   */
  interrupt(): void {
    if (this.grace !== undefined || !(this.started || this.running)) {
      return;
    }
    this.worker?.post({ kind: 'interrupt', serial: this.serial });
    this.grace = setTimeout(() => this.lose({ why: 'unstoppable' }), INTERRUPT_GRACE);
  }

  /** Starts a fresh worker; a cell that runs ends as lost. */
  restart(): void {
    this.untold = undefined;
    this.replace({ why: 'restarted' });
  }

  dispose(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.settle({ status: 'lost', loss: { why: 'restarted' } });
  }

  /** Does something at once where the worker listens, and else as soon as it does. */
  private whenReady(act: () => void): void {
    if (this.started) {
      act();
    } else {
      void this.ready.promise.then(act);
    }
  }

  private spawn(): void {
    this.failed = false;
    this.started = false;
    this.ready = Promise.withResolvers();
    const worker: RuntimeWorker = this.host.spawn({
      message: message => {
        if (worker === this.worker) {
          this.receive(message);
        }
      },
      crashed: reason => {
        if (worker === this.worker) {
          this.crashed(reason);
        }
      }
    });
    this.worker = worker;
  }

  /** Replaces a worker that nobody asked to end. */
  private lose(loss: Loss): void {
    // The next cell would look for variables that are gone.
    this.untold = this.running || this.serial === 0 ? undefined : loss;
    this.replace(loss);
  }

  private replace(loss: Loss): void {
    this.worker?.terminate();
    this.spawn();
    this.events.replaced(loss);
    this.settle({ status: 'lost', loss });
  }

  /** A worker that cannot even start is not tried for ever, but anew with the next request. */
  private crashed(reason: string | undefined): void {
    if (reason === undefined || this.started) {
      this.lose(reason === undefined ? { why: 'silent' } : { why: 'crashed', reason });
    } else {
      this.failed = true;
      this.settle({ status: 'lost', loss: { why: 'notStarted', reason } });
    }
  }

  private receive(message: FromRuntime): void {
    switch (message.kind) {
      case 'ready':
        this.started = true;
        this.ready.resolve(undefined);
        break;
      case 'listening':
        if (!this.running) {
          clearTimeout(this.grace);
          this.grace = undefined;
        }
        break;
      case 'requestFile':
        break;
      case 'done':
        if (message.request === this.running?.id) {
          this.settle(message.outcome);
        }
        break;
      default:
        this.events.message(message);
    }
  }

  private settle(ending: Ending): void {
    clearTimeout(this.grace);
    this.grace = undefined;
    const { running } = this;
    this.running = undefined;
    running?.settle(ending);
  }
}
