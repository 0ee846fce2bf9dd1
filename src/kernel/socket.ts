import type { KernelMessage, ServerConnection } from '@jupyterlab/services';
import type { TypeScriptKernel } from './kernel';

/** Finds one of our kernels by its id. */
export type FindKernel = (id: string) => TypeScriptKernel | undefined;

/** What JupyterLab's kernel connection uses of a WebSocket, led to a kernel in this page. */
class KernelSocket {
  readonly protocol = '';
  binaryType = 'arraybuffer';
  readyState: number = WebSocket.CONNECTING;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  constructor(
    private readonly kernel: TypeScriptKernel,
    private readonly serializer: ServerConnection.ISettings['serializer']
  ) {
    kernel.clients.add(this.receive);
    // A task later would be seconds later while JupyterLab boots.
    queueMicrotask(() => {
      this.readyState = WebSocket.OPEN;
      this.onopen?.(new Event('open'));
    });
  }

  send(data: string | ArrayBuffer): void {
    this.kernel.handle(this.serializer.deserialize(data as ArrayBuffer, ''));
  }

  close(): void {
    this.kernel.clients.delete(this.receive);
    this.readyState = WebSocket.CLOSED;
    this.onclose?.(new CloseEvent('close', { code: 1000, wasClean: true }));
  }

  private readonly receive = (message: KernelMessage.IMessage): void => {
    const data = this.serializer.serialize(message, '');
    this.onmessage?.(new MessageEvent('message', { data }));
  };
}

/** A WebSocket class that leads to our kernels by the address's kernel id, and else to the server. */
export function routingWebSocket(
  settings: ServerConnection.ISettings,
  find: FindKernel
): typeof WebSocket {
  const Server = settings.WebSocket;
  const Routing = function (url: string | URL, protocols?: string | string[]) {
    const id = /\/api\/kernels\/([^/?]+)\/channels/.exec(String(url))?.[1];
    const kernel = id === undefined ? undefined : find(decodeURIComponent(id));
    return kernel ? new KernelSocket(kernel, settings.serializer) : new Server(url, protocols);
  };
  const { CONNECTING, OPEN, CLOSING, CLOSED } = WebSocket;
  return Object.assign(Routing, {
    CONNECTING,
    OPEN,
    CLOSING,
    CLOSED
  }) as unknown as typeof WebSocket;
}
