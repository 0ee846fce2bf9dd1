import type { WorkerStart } from '../protocol/frame';
import type { Channel } from './channel';
import { InterruptSignal } from './interrupt';
import { startRuntime } from './start';

/** What a new worker is told. */
export interface RuntimeStart extends Pick<WorkerStart, 'interruptFlag'> {
  /** How a module of the built runtime is loaded, where not from its bytes. */
  importModule?: Channel['importModule'];
  /** Called now and then while a cell computes. */
  watch?: () => void;
}

/** The entry: a worker imports this module and starts it. */
export function start({ interruptFlag, importModule = importBlob, watch }: RuntimeStart): void {
  startRuntime(workerChannel(importModule), new InterruptSignal(interruptFlag, watch));
}

/** The worker's own way to its host, taken before any cell can replace it. */
function workerChannel(importModule: Channel['importModule']): Channel {
  const post = globalThis.postMessage.bind(globalThis);
  return {
    post: message => post(message),
    onMessage: listener => addEventListener('message', event => listener(event.data)),
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
    importModule
  };
}

async function importBlob(_name: string, bytes: ArrayBuffer): Promise<unknown> {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
  try {
    return (await import(/* webpackIgnore: true */ url)) as unknown;
  } finally {
    URL.revokeObjectURL(url);
  }
}
