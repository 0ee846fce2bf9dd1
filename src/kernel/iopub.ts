import type { MimeBundle } from '../protocol/runtime';
import { describeError } from './errors';
import { filterOutput, type Filtered, type Sanitize } from './filter';
import type { Header, Send } from './messages';
import type { OutputMessage } from './supervisor';
import { wordNotice, type Translate } from './words';

/** A request whose cell may still put something out. */
interface Request {
  header: Header;
  executionCount: number;
  /** Nothing of it is shown. */
  silent: boolean;
}

/** Requests whose late output still finds its cell. */
const REMEMBERED_REQUESTS = 200;

/** Tells every client what goes on: states, and what cells put out, each under its own request. */
export class Iopub {
  /** As Jupyter names it: idle or busy. */
  state: 'idle' | 'busy' = 'idle';
  private readonly requests = new Map<string, Request>();

  constructor(
    private readonly send: Send,
    private readonly translate: Translate,
    private readonly sanitize: Sanitize | undefined
  ) {}

  status(parent: Header, state: 'idle' | 'busy'): void {
    this.state = state;
    this.publish(parent, 'status', { execution_state: state });
  }

  /** A cell begins; what it puts out from now on belongs to its request, however late it comes. */
  begin(request: Request): void {
    this.requests.set(request.header.msg_id, request);
    if (this.requests.size > REMEMBERED_REQUESTS) {
      const [oldest] = this.requests.keys();
      this.requests.delete(oldest ?? '');
    }
  }

  publish(parent: Header, type: string, content: object): void {
    this.send(parent, 'iopub', type, content);
  }

  /** Passes on what a worker has to show, as far as it may be shown. */
  output(message: OutputMessage): void {
    const request = this.requests.get(message.request);
    if (!request || request.silent) {
      return;
    }
    const { header, executionCount } = request;
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
        }
        break;
      }
      case 'clearOutput':
        this.publish(header, 'clear_output', { wait: message.wait });
        break;
      case 'uncaught':
        this.publish(header, 'error', describeError(message.error, this.translate));
        break;
      case 'notice':
        this.tell(header, wordNotice(message.notice, this.translate));
        break;
    }
  }

  filter(data: MimeBundle): Filtered {
    return filterOutput(data, this.sanitize);
  }

  /** What may be shown, or nothing; what is held back is said under the cell. */
  private filterAndTell(parent: Header, data: MimeBundle): MimeBundle | undefined {
    const { data: kept, notices } = this.filter(data);
    for (const notice of notices) {
      this.tell(parent, wordNotice(notice, this.translate));
    }
    return Object.keys(kept).length > 0 ? kept : undefined;
  }

  private tell(parent: Header, sentence: string): void {
    this.publish(parent, 'stream', { name: 'stderr', text: `${sentence}\n` });
  }
}
