import type { CommEvent, CommPayload, FromRuntime, Json } from '../protocol/runtime';
import type { Output } from './output';

/** What comes by a comm. */
export interface CommMessage {
  data: Json;
  metadata: Record<string, Json>;
  buffers: ArrayBuffer[];
}

/** What may be sent beside the data. */
export interface CommOptions {
  metadata?: Record<string, Json>;
  /** Bytes, which arrive as they are. */
  buffers?: (ArrayBuffer | ArrayBufferView)[];
}

/** Thrown where a comm may not be opened, or is closed. */
class CommError extends Error {
  override readonly name = 'CommError';
}

/** A two-way line between a cell and a part of the page. */
export class Comm {
  /** Called with what the other side sends. */
  onMessage: ((message: CommMessage) => unknown) | undefined;
  /** Called when the other side closes the comm. */
  onClose: ((message: CommMessage) => unknown) | undefined;
  private open = true;

  constructor(
    readonly id: string,
    readonly target: string,
    private readonly put: (event: CommEvent) => void
  ) {}

  /** @throws CommError when the comm is closed */
  send(data: Json, options: CommOptions = {}): void {
    if (!this.open) {
      throw new CommError(`The comm to '${this.target}' is closed.`);
    }
    this.put({ type: 'message', comm: this.id, ...payload(data, options) });
  }

  close(data: Json = {}, options: CommOptions = {}): void {
    if (this.open) {
      this.open = false;
      this.put({ type: 'close', comm: this.id, ...payload(data, options) });
    }
  }

  /** The other side has done something. */
  async take(event: CommEvent): Promise<void> {
    if (event.type === 'close') {
      this.open = false;
      await this.onClose?.(event);
    } else {
      await this.onMessage?.(event);
    }
  }
}

type OpenHandler = (comm: Comm, message: CommMessage) => unknown;

/** The comms of all cells. */
export class Comms {
  private readonly comms = new Map<string, Comm>();
  private readonly handlers = new Map<string, OpenHandler>();
  private readonly asking = new Map<string, (allowed: boolean) => void>();

  constructor(
    private readonly post: (message: FromRuntime) => void,
    private readonly output: Output,
    private readonly uncaught: (thrown: unknown) => void
  ) {}

  /** What a cell finds as `comms`. */
  readonly forCells = {
    /**
     * Opens a comm to a part of the page, by its name; only Lessonbook's own parts, whose names
     * begin with `lessonbook.`, can be reached.
     *
     * @throws CommError when the comm is refused
     */
    open: async (target: string, data: Json = {}, options: CommOptions = {}): Promise<Comm> => {
      const comm = this.create(newId(), target);
      const { promise, resolve } = Promise.withResolvers<boolean>();
      this.asking.set(comm.id, resolve);
      this.put({ type: 'open', comm: comm.id, target, ...payload(data, options) });
      if (!(await promise)) {
        this.comms.delete(comm.id);
        throw new CommError(
          `A cell can open no comm to '${target}': only targets of Lessonbook are allowed, since others may load code into the page.`
        );
      }
      return comm;
    },
    /** Calls the handler whenever the page opens a comm to this target. */
    onOpen: (target: string, handler: OpenHandler): void => {
      this.handlers.set(target, handler);
    }
  };

  /** The host's answer to a cell that wants to open a comm. */
  opened(comm: string, allowed: boolean): void {
    this.asking.get(comm)?.(allowed);
    this.asking.delete(comm);
  }

  /** The page has done something; what the handlers put out belongs to this request. */
  async take(request: string, event: CommEvent): Promise<void> {
    try {
      await this.output.within(request, () => this.handle(event));
    } catch (thrown) {
      this.output.within(request, () => this.uncaught(thrown));
    }
    this.output.flush();
    this.post({ kind: 'commHandled', request });
  }

  private async handle(event: CommEvent): Promise<void> {
    if (event.type !== 'open') {
      const comm = this.comms.get(event.comm);
      if (event.type === 'close') {
        this.comms.delete(event.comm);
      }
      await comm?.take(event);
      return;
    }
    const comm = this.create(event.comm, event.target);
    const handler = this.handlers.get(event.target);
    if (handler) {
      await handler(comm, event);
    } else {
      comm.close({ reason: `No cell listens to '${event.target}'.` });
    }
  }

  private create(id: string, target: string): Comm {
    const comm = new Comm(id, target, event => {
      if (event.type === 'close') {
        this.comms.delete(id);
      }
      this.put(event);
    });
    this.comms.set(id, comm);
    return comm;
  }

  private put(event: CommEvent): void {
    this.output.flush();
    this.post({ kind: 'comm', request: this.output.current, event });
  }
}

function payload(data: Json, { metadata = {}, buffers = [] }: CommOptions): CommPayload {
  return { data, metadata, buffers: buffers.map(copyOf) };
}

function copyOf(bytes: ArrayBuffer | ArrayBufferView): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(bytes)
    ? bytes
    : new Uint8Array(bytes);
  return new Uint8Array(buffer, byteOffset, byteLength).slice().buffer;
}

/** `crypto.randomUUID` is kept from the worker, whose opaque origin is no secure context. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
