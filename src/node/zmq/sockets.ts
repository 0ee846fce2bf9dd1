import { Publisher, Reply, Router, type Socket, type Writable } from 'zeromq';
import type { Message } from '../../kernel/messages';
import { addressOf, type Connection } from './connection';
import { Wire, type Received } from './wire';

/** Milliseconds that the last messages have to reach their clients when a kernel ends. */
const LINGER = 1000;

/** Channels on which clients ask and are answered. */
const ASKED = ['shell', 'control', 'stdin'] as const;

type Asked = (typeof ASKED)[number];

/** The five sockets of a kernel. */
export class Sockets {
  private readonly wire: Wire;
  private readonly routers: Record<Asked, Router>;
  private readonly iopub: Publisher;
  private readonly heartbeat: Reply;
  private readonly queues = new Map<Writable, Promise<void>>();

  constructor(
    private readonly connection: Connection,
    private readonly receive: (received: Received) => void
  ) {
    this.wire = new Wire(connection.key);
    // A client that reads slowly loses nothing.
    const options = { linger: LINGER, sendHighWaterMark: 0 };
    const router = () => new Router({ ...options, receiveHighWaterMark: 0, handover: true });
    this.routers = { shell: router(), control: router(), stdin: router() };
    this.iopub = new Publisher(options);
    this.heartbeat = new Reply({ linger: 0 });
  }

  /** @throws Error when an address is taken */
  async open(): Promise<void> {
    const { connection, routers } = this;
    await Promise.all([
      ...ASKED.map(name => routers[name].bind(addressOf(connection, connection[`${name}_port`]))),
      this.iopub.bind(addressOf(connection, connection.iopub_port)),
      this.heartbeat.bind(addressOf(connection, connection.hb_port))
    ]);
    ASKED.forEach(name => void this.listen(name));
    void this.beat();
  }

  /** Sends a message on its channel; only on iopub does it go to everyone. */
  send(message: Message, identities: Buffer[]): void {
    const channel = message.channel as Asked | 'iopub';
    const socket = channel === 'iopub' ? this.iopub : this.routers[channel];
    const addresses = channel === 'iopub' ? [Buffer.from(message.header.msg_type)] : identities;
    const frames = this.wire.encode(message, addresses);
    // A socket takes one message at a time.
    const before = this.queues.get(socket) ?? Promise.resolve();
    const sent = before.then(() => socket.send(frames)).catch(complain);
    this.queues.set(socket, sent);
  }

  /** Closes the sockets once everything is on its way. */
  async close(): Promise<void> {
    await Promise.all(this.queues.values());
    const sockets: Socket[] = [...Object.values(this.routers), this.iopub, this.heartbeat];
    sockets.forEach(socket => socket.close());
  }

  private async listen(channel: Asked): Promise<void> {
    for await (const frames of this.routers[channel]) {
      try {
        this.receive(this.wire.decode(frames, channel));
      } catch (error) {
        complain(error);
      }
    }
  }

  /** Answers at any time, since cells run in a thread of their own. */
  private async beat(): Promise<void> {
    for await (const frames of this.heartbeat) {
      await this.heartbeat.send(frames);
    }
  }
}

function complain(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Lessonbook: a message was dropped: ${reason}.\n`);
}
