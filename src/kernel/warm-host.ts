import type { FromRuntime } from '../protocol/runtime';
import type { RuntimeEvents, RuntimeHost, RuntimeWorker } from './runtime-host';

/** Milliseconds after a worker is ready before the next one is prepared: first the cell's turn. */
const REFILL_DELAY = 2000;

/** Keeps one worker ready, so that a new kernel, or one that lost its worker, need not wait. */
export class WarmHost implements RuntimeHost {
  private spare: SpareWorker | undefined;
  private refill: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: RuntimeHost) {}

  /** Prepares a worker for the next kernel. */
  warm(): void {
    this.spare ??= this.prepare();
  }

  spawn(events: RuntimeEvents): RuntimeWorker {
    const spare = this.spare ?? this.prepare();
    this.spare = undefined;
    return spare.take({
      message: message => {
        if (message.kind === 'ready') {
          this.refillLater();
        }
        events.message(message);
      },
      crashed: reason => {
        // Frames of one page may share a process, and then they end together.
        this.spare?.worker.terminate();
        this.spare = undefined;
        events.crashed(reason);
      }
    });
  }

  private prepare(): SpareWorker {
    return new SpareWorker(this.host, () => {
      // A kernel that really needs one tries again, and says what is wrong.
      this.spare = undefined;
    });
  }

  private refillLater(): void {
    clearTimeout(this.refill);
    this.refill = setTimeout(() => this.warm(), REFILL_DELAY);
  }
}

/** A worker that nobody has asked for yet; what it says is kept for whoever takes it. */
class SpareWorker {
  readonly worker: RuntimeWorker;
  private readonly said: FromRuntime[] = [];
  private owner: RuntimeEvents | undefined;

  constructor(host: RuntimeHost, died: () => void) {
    this.worker = host.spawn({
      message: message => (this.owner ? this.owner.message(message) : this.said.push(message)),
      crashed: reason => (this.owner ? this.owner.crashed(reason) : died())
    });
  }

  take(owner: RuntimeEvents): RuntimeWorker {
    this.owner = owner;
    // Not before the caller knows its worker.
    queueMicrotask(() => this.said.splice(0).forEach(message => owner.message(message)));
    return this.worker;
  }
}
