import type { CellOutputs } from '../check';
import type { CellError } from '../lesson/errors';
import type { FromRuntime } from '../protocol/runtime';

/** How a cell ran last. */
export interface CellRecord {
  /** The number in `[3]`. */
  executionCount: number;
  outputs: CellOutputs;
  /** What it ended by, where it did not end well. */
  error?: CellError;
}

/** Cells that are remembered. */
const MOST_RECORDS = 50;
const MOST_TEXT = 1_000_000;
const MOST_SHOWN = 100;

export const noOutputs = (): CellOutputs => ({ stdout: '', shown: [] });

/**
 * Remembers how each cell ran and what it put out, for the checks that come after. What a check
 * itself prints and shows is kept from the page.
 */
export class Records {
  private readonly bySource = new Map<string, CellRecord>();
  private readonly collecting = new Map<string, CellOutputs>();

  constructor(private readonly post: (message: FromRuntime) => void) {}

  /** A cell begins. */
  begin(request: string, source: string, executionCount: number): CellRecord {
    const record: CellRecord = { executionCount, outputs: noOutputs() };
    const key = keyOf(source);
    this.bySource.delete(key);
    this.bySource.set(key, record);
    if (this.bySource.size > MOST_RECORDS) {
      const [oldest] = this.bySource.keys();
      this.bySource.delete(oldest ?? '');
    }
    this.collecting.clear();
    this.collecting.set(request, record.outputs);
    return record;
  }

  /** How a cell with this text ran last; `undefined` where it did not run as it is. */
  find(source: string): CellRecord | undefined {
    return this.bySource.get(keyOf(source));
  }

  /** Keeps from now on what a check puts out. */
  collect(request: string, outputs: CellOutputs): void {
    this.muted = request;
    this.collecting.set(request, outputs);
  }

  /** Passes a message on to the page, unless it comes from a check. */
  readonly take = (message: FromRuntime): void => {
    if ('request' in message) {
      const outputs = this.collecting.get(message.request);
      if (outputs) {
        add(outputs, message);
      }
      if (message.request === this.muted && message.kind !== 'done') {
        return;
      }
    }
    this.post(message);
  };

  private muted: string | undefined;
}

const keyOf = (source: string): string => source.trimEnd();

function add(outputs: CellOutputs, message: FromRuntime): void {
  switch (message.kind) {
    case 'stream':
      if (message.name === 'stdout' && outputs.stdout.length < MOST_TEXT) {
        outputs.stdout += message.text;
      }
      break;
    case 'display':
    case 'result':
      if (outputs.shown.length < MOST_SHOWN) {
        outputs.shown.push(message.data);
      }
      break;
  }
}
