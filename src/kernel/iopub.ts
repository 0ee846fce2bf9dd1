import type { MimeBundle } from '../protocol/runtime';
import { describeError } from './errors';
import { filterOutput, type Filtered, type Sanitize } from './filter';
import type { Header, Send } from './messages';
import type { Runs } from './runs';
import type { WorkerMessage } from './supervisor';
import { wordNotice, type Words } from './words';

/** What a worker has to show. */
export type OutputMessage = Extract<
  WorkerMessage,
  { kind: 'stream' | 'display' | 'result' | 'clearOutput' | 'uncaught' | 'notice' }
>;

/** What telling the clients takes. */
export interface IopubParts {
  runs: Runs;
  send: Send;
  words: Words;
  sanitize: Sanitize | undefined;
  /** The plain text of a cell's value was shown. */
  result(executionCount: number, text: string): void;
}

/** Tells every client what goes on: states, and what cells put out, each under its own request. */
export class Iopub {
  /** As Jupyter names it: idle or busy. */
  state: 'idle' | 'busy' = 'idle';

  constructor(private readonly parts: IopubParts) {}

  status(parent: Header, state: 'idle' | 'busy'): void {
    this.state = state;
    this.publish(parent, 'status', { execution_state: state });
  }

  publish(parent: Header, type: string, content: object): void {
    this.parts.send(parent, 'iopub', type, content);
  }

  /** Passes on what a worker has to show, as far as it may be shown. */
  output(message: OutputMessage): void {
    const run = this.parts.runs.find(message.request);
    if (!run || run.silent) {
      return;
    }
    const { header, executionCount } = run;
    switch (message.kind) {
      case 'stream':
        this.publish(header, 'stream', { name: message.name, text: message.text });
        break;
      case 'display': {
        const data = this.filterAndTell(header, message.data);
        if (data) {
          const transient = { display_id: message.displayId };
          const type = message.update ? 'update_display_data' : 'display_data';
          this.publish(header, type, { data, metadata: {}, transient });
        }
        break;
      }
      case 'result': {
        const data = this.filterAndTell(header, message.data);
        if (data) {
          const content = { data, metadata: {}, execution_count: executionCount };
          this.publish(header, 'execute_result', content);
          this.parts.result(executionCount, String(data['text/plain'] ?? ''));
        }
        break;
      }
      case 'clearOutput':
        this.publish(header, 'clear_output', { wait: message.wait });
        break;
      case 'uncaught':
        this.publish(header, 'error', describeError(message.error, this.parts.words));
        break;
      case 'notice':
        this.tell(header, wordNotice(message.notice, this.parts.words.translate));
        break;
    }
  }

  filter(data: MimeBundle): Filtered {
    return filterOutput(data, this.parts.sanitize);
  }

  /** What may be shown, or nothing; what is held back is said under the cell. */
  private filterAndTell(parent: Header, data: MimeBundle): MimeBundle | undefined {
    const { data: kept, notices } = this.filter(data);
    for (const notice of notices) {
      this.tell(parent, wordNotice(notice, this.parts.words.translate));
    }
    return Object.keys(kept).length > 0 ? kept : undefined;
  }

  private tell(parent: Header, sentence: string): void {
    this.publish(parent, 'stream', { name: 'stderr', text: `${sentence}\n` });
  }
}
