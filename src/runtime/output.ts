import type { Notice } from '../protocol/notices';
import type { FromRuntime, MimeBundle } from '../protocol/runtime';
import { Allowance } from './allowance';
import { MOST_CHARACTERS, MOST_LINES, Printed, type StreamName } from './printed';

const FLUSH_SIZE = 64 * 1024;
const FLUSH_INTERVAL = 30;

/**
 * Collects what the running cell prints and shows. Text is sent in pieces, so that a cell that
 * prints in a loop sends few messages; everything else keeps its place between the pieces.
 */
export class Output {
  private request = '';
  /** The request that runs or ran last. */
  private running = '';
  private readonly printed = new Map<string, Printed>();
  private pending: { request: string; name: StreamName; text: string } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private lastFlush = 0;
  private allowance = new Allowance(performance.now());
  /** Whether the running cell was told that some of its outputs are left out. */
  private told = false;

  constructor(
    private readonly post: (message: FromRuntime) => void,
    private readonly timers: Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>
  ) {}

  /** The request that what is shown now belongs to. */
  get current(): string {
    return this.request;
  }

  /** Runs something on behalf of a request, such as a timer that its cell had set. */
  within<T>(request: string, run: () => T): T {
    const outer = this.request;
    this.request = request;
    try {
      return run();
    } finally {
      this.request = outer;
    }
  }

  /** Code of a request goes on after it has waited; all else belongs to the cell that runs. */
  resume(request: string): void {
    this.request = request;
    if (request !== this.running) {
      void Promise.resolve().then(() => {
        this.request = this.running;
      });
    }
  }

  begin(request: string): void {
    this.end();
    this.request = request;
    this.running = request;
    this.printed.clear();
    this.allowance = new Allowance(performance.now());
    this.told = false;
    // What a cell prints first is seen at once, even if the cell then blocks.
    this.lastFlush = -Infinity;
  }

  print(name: StreamName, text: string): void {
    const printed = this.printed.get(this.request) ?? new Printed();
    this.printed.set(this.request, printed);
    const wasCut = printed.isCut;
    const shown = printed.take(name, text);
    if (shown) {
      this.append(name, shown);
    }
    if (printed.isCut && !wasCut) {
      this.notice({ id: 'outputCut', lines: MOST_LINES, characters: MOST_CHARACTERS });
    }
  }

  /** The running cell has ended: sends what is pending, and the end of what was too much. */
  end(): void {
    for (const [request, printed] of this.printed) {
      const { leftOut, pieces } = printed.end();
      if (pieces.length > 0) {
        this.within(request, () => {
          if (leftOut > 0) {
            this.notice({ id: 'linesLeftOut', lines: leftOut });
          }
          pieces.forEach(({ name, text }) => this.append(name, text));
        });
      }
    }
    this.flush();
  }

  display(data: MimeBundle, displayId: string, update: boolean): void {
    // Updates come ten a second at most, by whoever asks for them.
    if (update || this.allowed()) {
      this.send({ kind: 'display', request: this.request, data, displayId, update });
    }
  }

  result(data: MimeBundle): void {
    this.send({ kind: 'result', request: this.request, data });
  }

  clear(wait: boolean): void {
    if (this.allowed()) {
      // What the cell was told goes with the rest, and is then said again.
      this.told = false;
      this.printed.delete(this.request);
      this.send({ kind: 'clearOutput', request: this.request, wait });
    }
  }

  notice(notice: Notice): void {
    this.send({ kind: 'notice', request: this.request, notice });
  }

  /** Sends what is pending while a cell computes, when the timer has no chance to. */
  flushIfDue(): void {
    if (this.pending && performance.now() - this.lastFlush > FLUSH_INTERVAL) {
      this.flush();
    }
  }

  /** Sends what is pending. */
  flush(): void {
    this.timers.clearTimeout(this.timer);
    this.timer = undefined;
    if (this.pending) {
      this.lastFlush = performance.now();
      this.post({ kind: 'stream', ...this.pending });
      this.pending = undefined;
    }
  }

  private allowed(): boolean {
    const allowed = this.allowance.take(performance.now());
    if (!allowed && !this.told) {
      this.told = true;
      this.notice({ id: 'outputsLeftOut' });
    }
    return allowed;
  }

  private send(message: FromRuntime): void {
    this.flush();
    this.post(message);
  }

  private append(name: StreamName, text: string): void {
    if (this.pending?.name !== name || this.pending.request !== this.request) {
      this.flush();
      this.pending = { request: this.request, name, text };
    } else {
      this.pending.text += text;
    }
    if (this.pending.text.length > FLUSH_SIZE) {
      this.flush();
      return;
    }
    this.flushIfDue();
    if (this.pending) {
      this.timer ??= this.timers.setTimeout(() => this.flush(), FLUSH_INTERVAL);
    }
  }
}
