import type { KernelMessage } from '@jupyterlab/services';
import type { Completeness } from '../protocol/runtime';
import type { Assistant } from './assistant';
import { toCodePoints, toUtf16 } from './code-points';
import type { Comms } from './comms';
import type { History, HistoryRequest } from './history';
import { PROTOCOL_VERSION, type Message } from './messages';
import { SPEC } from './spec';

/** What requests other than those to execute are answered from. */
export interface RequestParts {
  version: string;
  assistant: Assistant | undefined;
  history: History;
  comms: Comms;
  isComplete(code: string): Promise<Completeness>;
  interrupt(): void;
}

type CompleteRequest = KernelMessage.ICompleteRequestMsg['content'];
type InspectRequest = KernelMessage.IInspectRequestMsg['content'];

/** Makes the replies to requests that may be answered while a cell runs. */
export class Requests {
  constructor(private readonly parts: RequestParts) {}

  /** The content of the reply; nothing where the type of message has none. */
  async answer(message: Message): Promise<object | undefined> {
    const { header, content } = message;
    const type: string = header.msg_type;
    switch (type) {
      case 'kernel_info_request':
        return kernelInfo(this.parts.version);
      case 'is_complete_request':
        return this.parts.isComplete((content as { code: string }).code);
      case 'complete_request':
        return this.complete(content as CompleteRequest);
      case 'inspect_request':
        return this.inspect(content as InspectRequest);
      case 'history_request':
        return { history: this.parts.history.find(content as HistoryRequest) };
      case 'comm_info_request':
        return { comms: this.parts.comms.info((content as { target_name?: string }).target_name) };
      case 'comm_open':
      case 'comm_msg':
      case 'comm_close':
        await this.parts.comms.fromFrontEnd(message);
        return undefined;
      case 'interrupt_request':
        this.parts.interrupt();
        return {};
      case 'shutdown_request': {
        const { restart } = content as { restart: boolean };
        return { restart };
      }
      default:
        return undefined;
    }
  }

  private async complete({ code, cursor_pos: cursor }: CompleteRequest): Promise<object> {
    const offset = toUtf16(code, cursor);
    const found = await this.parts.assistant?.complete(code, offset);
    const {
      matches,
      start,
      end,
      metadata = {}
    } = found ?? { matches: [], start: offset, end: offset };
    return {
      matches,
      cursor_start: toCodePoints(code, start),
      cursor_end: toCodePoints(code, end),
      metadata
    };
  }

  private async inspect(request: InspectRequest): Promise<object> {
    const { code, cursor_pos: cursor, detail_level: detail } = request;
    const data = await this.parts.assistant?.inspect(code, toUtf16(code, cursor), detail);
    return { found: data !== undefined, data: data ?? {}, metadata: {} };
  }
}

function kernelInfo(version: string): object {
  return {
    protocol_version: PROTOCOL_VERSION,
    implementation: 'lessonbook',
    implementation_version: version,
    banner: `Lessonbook ${version}: TypeScript in a sandboxed worker`,
    language_info: SPEC.language_info,
    debugger: false,
    help_links: []
  };
}
