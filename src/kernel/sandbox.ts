import type { FromFrame, ToFrame } from '../protocol/frame';
import type { FromRuntime, ToRuntime } from '../protocol/runtime';
import { Heartbeat } from './heartbeat';
import { Intake } from './intake';
import type { RuntimeFiles } from './runtime-files';
import type { RuntimeEvents, RuntimeHost, RuntimeWorker } from './runtime-host';

/**
 * What the frame and its worker may load: scripts and data that they made themselves. `blob:` is
 * needed for wasm and for modules, and a blob of an opaque origin is readable by nobody else.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
  'worker-src blob:',
  'connect-src blob:'
].join('; ');

/** Milliseconds in which a frame may still say why its worker ended. */
const LAST_WORDS = 500;

/** Runs workers in sandboxed frames of the page. */
export class SandboxHost implements RuntimeHost {
  constructor(private readonly files: RuntimeFiles) {}

  spawn(events: RuntimeEvents): RuntimeWorker {
    return new SandboxedWorker(this.files, events);
  }
}

class SandboxedWorker implements RuntimeWorker {
  private readonly frame = document.createElement('iframe');
  private ended = false;
  private readonly heartbeat = new Heartbeat(
    () => this.send({ kind: 'ping' }),
    () => this.end(undefined)
  );
  private readonly given = new Set<string>();
  /**
   * Leads to the worker itself. Between documents a message takes its turn in the page and in the
   * browser's own process; through a port it does not, which is most of the way to a cell.
   */
  private readonly channel = new MessageChannel();
  private readonly intake = new Intake<FromRuntime>(
    message => this.receive(message),
    () => this.end('it sent more messages than the page can take')
  );
  /** Addresses that requests poll, where no memory is shared: the first, until an interrupt. */
  private readonly interruptUrls: string[] = [];

  constructor(
    private readonly files: RuntimeFiles,
    private readonly events: RuntimeEvents
  ) {
    this.frame.setAttribute('sandbox', 'allow-scripts');
    this.frame.allow = 'cross-origin-isolated';
    this.frame.referrerPolicy = 'no-referrer';
    this.frame.title = 'Lessonbook';
    this.frame.ariaHidden = 'true';
    this.frame.style.display = 'none';
    window.addEventListener('message', this.onMessage);
    const { port1: port } = this.channel;
    port.onmessage = event => this.intake.add(event.data as FromRuntime);
    // Where a browser knows this event, an idle worker that ends is noticed too.
    port.addEventListener('close', () => setTimeout(() => this.end(undefined), LAST_WORDS));
    void this.load();
  }

  post(message: ToRuntime): void {
    const { port1: port } = this.channel;
    switch (message.kind) {
      case 'execute':
        this.heartbeat.start();
        port.postMessage({ ...message, interruptUrl: this.interruptUrls[0] });
        break;
      case 'interrupt':
        // A cell that computes hears of it from the frame, one that waits from the message.
        this.send({ kind: 'interrupt', serial: message.serial, url: this.interruptUrls.shift() });
        port.postMessage(message);
        break;
      default:
        port.postMessage(message, message.kind === 'file' ? [message.bytes] : []);
    }
  }

  terminate(): void {
    this.ended = true;
    this.heartbeat.stop();
    window.removeEventListener('message', this.onMessage);
    this.channel.port1.close();
    this.intake.close();
    this.frame.remove();
  }

  private async load(): Promise<void> {
    try {
      const { manifest } = this.files;
      // The worker's module is on its way while the frame loads.
      void this.files.get(manifest.entry).catch(() => undefined);
      const script = new TextDecoder().decode(await this.files.get(manifest.frame));
      this.frame.srcdoc = frameDocument(script);
      if (!this.ended) {
        document.body.append(this.frame);
      }
    } catch (error) {
      this.crash(error);
    }
  }

  private readonly onMessage = (event: MessageEvent): void => {
    if (event.source === null || event.source !== this.frame.contentWindow) {
      return;
    }
    const message = event.data as FromFrame;
    switch (message.kind) {
      case 'loaded':
        void this.start();
        break;
      case 'crashed':
        this.crash(new Error(message.reason));
        break;
      case 'pong':
        this.heartbeat.answered();
        break;
      case 'interruptUrl':
        this.interruptUrls.push(message.url);
        break;
    }
  };

  private receive(message: FromRuntime): void {
    if (message.kind === 'requestFile') {
      void this.give(message.name);
    } else {
      if (message.kind === 'done') {
        this.heartbeat.stop();
      }
      this.events.message(message);
    }
  }

  private async start(): Promise<void> {
    try {
      const entry = await this.files.get(this.files.manifest.entry);
      const { port2: port } = this.channel;
      this.send({ kind: 'start', entry, port }, [port]);
    } catch (error) {
      this.crash(error);
    }
  }

  /** A worker keeps what it was given, so that asking again would only cost the page. */
  private async give(name: string): Promise<void> {
    if (this.given.has(name)) {
      return;
    }
    this.given.add(name);
    try {
      const bytes = await this.files.get(name, (loaded, total) =>
        this.post({ kind: 'fileProgress', name, loaded, total })
      );
      // The page keeps its copy for the next worker.
      this.post({ kind: 'file', name, bytes: bytes.slice(0) });
    } catch (error) {
      this.given.delete(name);
      this.post({ kind: 'fileFailed', name, reason: reasonOf(error) });
    }
  }

  private send(message: ToFrame, transfer: Transferable[] = []): void {
    this.frame.contentWindow?.postMessage(message, '*', transfer);
  }

  private crash(error: unknown): void {
    this.end(reasonOf(error));
  }

  private end(reason: string | undefined): void {
    if (!this.ended) {
      this.terminate();
      this.events.crashed(reason);
    }
  }
}

function frameDocument(script: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`;
  const safe = script.replaceAll('</script', '<\\/script');
  return `<!doctype html>${policy}<script type="module">${safe}</script>`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
