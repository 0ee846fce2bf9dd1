import { render } from './display';
import type { Output } from './output';
import type { Timers } from './timers';

/** Milliseconds between two updates of one display; the last one always arrives. */
const UPDATE_INTERVAL = 100;

/** Something a cell has shown and can show anew in the same place. */
export interface Display {
  /**
   * Shows another value in the same place. Ten updates a second are sent at most; what comes in
   * between is skipped, and the last one is always shown.
   *
   * @returns once the page has had the chance to draw
   */
  update(value: unknown): Promise<void>;
}

class DisplayHandle implements Display {
  private sent = 0;
  private latest: { request: string; value: unknown } | undefined;

  constructor(
    private readonly id: string,
    private readonly displays: Displays
  ) {}

  async update(value: unknown): Promise<void> {
    this.latest = { request: this.displays.output.current, value };
    const due = this.sent + UPDATE_INTERVAL - performance.now();
    if (due <= 0) {
      await this.flush();
    } else {
      this.displays.later(this, due);
    }
    // A cell that trains in a loop lets messages through here.
    await this.displays.pause();
  }

  /** Sends the latest value, if it has not been sent. */
  async flush(): Promise<void> {
    const { latest } = this;
    if (latest) {
      this.latest = undefined;
      this.sent = performance.now();
      await this.displays.send(latest.request, latest.value, this.id, true);
    }
  }
}

/** What cells have shown: values by `display(…)`, each of which can be updated. */
export class Displays {
  private count = 0;
  private readonly prefix = Math.random().toString(36).slice(2);
  private readonly waiting = new Map<DisplayHandle, ReturnType<typeof setTimeout>>();
  private sending: Promise<void> = Promise.resolve();

  constructor(
    readonly output: Output,
    private readonly timers: Timers
  ) {}

  /** Shows a value under the cell that runs. */
  readonly display = (value: unknown): Display => {
    this.count += 1;
    const id = `${this.prefix}-${this.count}`;
    void this.send(this.output.current, value, id, false);
    return new DisplayHandle(id, this);
  };

  /** Whether a cell's value is a handle, which is itself nothing to show. */
  isHandle(value: unknown): boolean {
    return value instanceof DisplayHandle;
  }

  /** Resolves when everything shown so far has been sent, held-back updates among it. */
  async settle(): Promise<void> {
    for (const [handle, timer] of this.waiting) {
      this.timers.clearTimeout(timer);
      this.waiting.delete(handle);
      await handle.flush();
    }
    await this.sending;
  }

  later(handle: DisplayHandle, delay: number): void {
    if (!this.waiting.has(handle)) {
      const timer = this.timers.setTimeout(() => {
        this.waiting.delete(handle);
        void handle.flush();
      }, delay);
      this.waiting.set(handle, timer);
    }
  }

  pause(): Promise<void> {
    return new Promise(resolve => this.timers.setTimeout(resolve, 0));
  }

  /** Sends displays in the order in which they were asked for, however long one takes to render. */
  send(request: string, value: unknown, id: string, update: boolean): Promise<void> {
    const bundle = render(value);
    if (!(bundle instanceof Promise) && this.idle) {
      this.output.within(request, () => this.output.display(bundle, id, update));
      return Promise.resolve();
    }
    this.idle = false;
    const sent = this.sending.then(async () => {
      const data = await bundle;
      this.output.within(request, () => this.output.display(data, id, update));
    });
    this.sending = sent;
    void sent.then(() => {
      this.idle ||= this.sending === sent;
    });
    return sent;
  }

  private idle = true;
}
