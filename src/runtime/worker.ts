import type { WorkerStart } from '../protocol/frame';
import type { Channel } from './channel';
import type { ToRuntime } from '../protocol/runtime';
import { InterruptSignal } from './interrupt';
import type { ModuleLoading } from './packages';
import { startRuntime } from './start';

/** What a new worker is told. */
export interface RuntimeStart extends Pick<WorkerStart, 'interruptFlag'> {
  /** Leads to the host; the worker's own messages do where left out. */
  port?: WorkerStart['port'];
  /** How a module of the built runtime is loaded, where not from its bytes. */
  importModule?: Channel['importModule'];
  /** Called now and then while a cell computes. */
  watch?: () => void;
  /** An address for a module with this source; a `blob:` address where left out. */
  addressOf?: ModuleLoading['addressOf'];
}

/** The entry: a worker imports this module and starts it. */
export function start({
  port,
  interruptFlag,
  importModule = importBlob,
  addressOf = blobAddress,
  watch
}: RuntimeStart): void {
  const channel = workerChannel(port, importModule, { addressOf, importAddress });
  startRuntime(channel, new InterruptSignal(interruptFlag, watch));
}

/** The worker's own way to its host, taken before any cell can replace it. */
function workerChannel(
  port: MessagePort | undefined,
  importModule: Channel['importModule'],
  loading: ModuleLoading
): Channel {
  const post = (port ?? globalThis).postMessage.bind(port ?? globalThis);
  return {
    post: message => post(message),
    onMessage: listener => {
      const take = (event: MessageEvent<ToRuntime>) => listener(event.data);
      if (port) {
        port.onmessage = take;
      } else {
        addEventListener('message', take);
      }
    },
    onUncaught: listener => {
      addEventListener('error', event => {
        event.preventDefault();
        listener(event.error ?? event.message);
      });
      addEventListener('unhandledrejection', event => {
        event.preventDefault();
        listener(event.reason);
      });
    },
    importModule,
    loading
  };
}

/** The module is named, so that the frames of an error say which library they are in. */
async function importBlob(name: string, bytes: ArrayBuffer): Promise<unknown> {
  const url = blobAddress(bytes, `\n//# sourceURL=${name}`);
  try {
    return await importAddress(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

const blobAddress = (...source: BlobPart[]): string =>
  URL.createObjectURL(new Blob(source, { type: 'text/javascript' }));

const importAddress = async (address: string): Promise<object> =>
  (await import(/* webpackIgnore: true */ address)) as object;
