import type { CommEvent, CommPayload, Json, ToRuntime } from '../protocol/runtime';
import type { Header, Message, Send } from './messages';
import type { Runs } from './runs';
import { wordCommRefusal, type Translate } from './words';

/** Says whether a comm to this target may be opened. */
export type AllowComm = (target: string) => boolean;

/**
 * Targets of Lessonbook's own. Any other may make the page load code: the one of ipywidgets names
 * a module and a class, which the page then fetches and runs.
 */
export const ownComms: AllowComm = target => /^lessonbook\.[\w.-]+$/.test(target);

/** What comms take. */
export interface CommParts {
  allow: AllowComm;
  runs: Runs;
  send: Send;
  post(message: ToRuntime): void;
  translate: Translate;
}

type CommContent = { comm_id: string; target_name?: string; data?: Json };

/** Passes comms between cells and front ends, to allowed targets only. */
export class Comms {
  /** Targets of the comms that are open, by the comms' ids. */
  private readonly targets = new Map<string, string>();
  /** Requests whose handlers run in the worker. */
  private readonly handling = new Map<string, () => void>();

  constructor(private readonly parts: CommParts) {}

  /** A cell opens a comm, sends by it, or closes it. */
  fromCell(request: string, event: CommEvent): void {
    const header = this.parts.runs.find(request)?.header;
    if (!header) {
      return;
    }
    switch (event.type) {
      case 'open': {
        const allowed = this.parts.allow(event.target) && !this.targets.has(event.comm);
        if (allowed) {
          this.targets.set(event.comm, event.target);
          this.publish(header, 'comm_open', event, { target_name: event.target });
        }
        this.parts.post({ kind: 'commOpened', comm: event.comm, allowed });
        break;
      }
      case 'message':
        if (this.targets.has(event.comm)) {
          this.publish(header, 'comm_msg', event);
        }
        break;
      case 'close':
        if (this.targets.delete(event.comm)) {
          this.publish(header, 'comm_close', event);
        }
        break;
    }
  }

  /** A front end does; resolves once the handlers in the cells have run. */
  async fromFrontEnd(message: Message): Promise<void> {
    const { header, metadata, buffers = [] } = message;
    const { comm_id: comm, target_name: target = '', data = {} } = message.content as CommContent;
    const payload: CommPayload = {
      data,
      metadata: metadata as Record<string, Json>,
      buffers: buffers.map(toArrayBuffer)
    };
    const type: string = header.msg_type;
    if (type === 'comm_open') {
      if (!this.parts.allow(target)) {
        const reason = wordCommRefusal(target, this.parts.translate);
        const content = { comm_id: comm, data: { reason } };
        this.parts.send(header, 'iopub', 'comm_close', content);
        return;
      }
      this.targets.set(comm, target);
      await this.handle(header, { type: 'open', comm, target, ...payload });
    } else if (this.targets.has(comm)) {
      if (type === 'comm_close') {
        this.targets.delete(comm);
      }
      await this.handle(header, {
        type: type === 'comm_close' ? 'close' : 'message',
        comm,
        ...payload
      });
    }
  }

  /** The handlers for what a front end did have run. */
  handled(request: string): void {
    this.handling.get(request)?.();
    this.handling.delete(request);
  }

  /** The comms that are open, as Jupyter lists them. */
  info(target: string | undefined): Record<string, { target_name: string }> {
    const open = [...this.targets].filter(([, own]) => target === undefined || own === target);
    return Object.fromEntries(open.map(([comm, own]) => [comm, { target_name: own }]));
  }

  /** The worker is gone, and with it the cells' ends of all comms. */
  startOver(): void {
    this.targets.clear();
    [...this.handling.keys()].forEach(request => this.handled(request));
  }

  private handle(header: Header, event: CommEvent): Promise<void> {
    const request = header.msg_id;
    this.parts.runs.begin({ header, executionCount: 0, silent: false, allowStdin: false });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.handling.set(request, () => resolve(undefined));
    this.parts.post({ kind: 'comm', request, event });
    return promise;
  }

  private publish(parent: Header, type: string, event: CommEvent, more: object = {}): void {
    const { comm, data, metadata, buffers } = event;
    const content = { comm_id: comm, data, ...more };
    this.parts.send(parent, 'iopub', type, content, { metadata, buffers });
  }
}

/** Bytes of their own, from whatever view of them a host's messages carry. */
function toArrayBuffer(bytes: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(bytes)
    ? bytes
    : new Uint8Array(bytes);
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}
