/**
 * The entry of a worker thread: makes the thread look like a worker of a browser to the built
 * runtime, which is one body of code for both, and starts it.
 */
import { Buffer } from 'node:buffer';
import { totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';

/** What the host tells a new thread. */
export interface ThreadStart {
  /** Folder of the built runtime. */
  folder: string;
  /** File name of its entry. */
  entry: string;
  interruptFlag: SharedArrayBuffer;
  /** Megabytes of objects after which the thread ends. */
  heapLimit: number;
  /** The exit code of a thread whose cells took too much memory. */
  outOfMemory: number;
}

/** The share of the machine's memory that arrays and tensors may take before the thread ends. */
const MOST_MEMORY = 0.7;

type Listener = (event: object) => void;

const { folder, entry, interruptFlag, heapLimit, outOfMemory } = workerData as ThreadStart;
const importFile = (name: string) =>
  import(/* webpackIgnore: true */ pathToFileURL(path.join(folder, name)).href);

/** Node imports no `blob:` addresses. */
const addressOf = (source: string): string =>
  `data:text/javascript;base64,${Buffer.from(source).toString('base64')}`;

const listen: Record<string, (listener: Listener) => void> = {
  message: listener => parentPort?.on('message', (data: unknown) => listener({ data })),
  error: listener =>
    process.on('uncaughtException', error => listener({ error, preventDefault: () => undefined })),
  unhandledrejection: listener =>
    process.on('unhandledRejection', reason =>
      listener({ reason, preventDefault: () => undefined })
    )
};

Object.assign(globalThis, {
  self: globalThis,
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  addEventListener: (type: string, listener: Listener) => listen[type]?.(listener),
  location: { href: 'file:///', protocol: 'file:' },
  importScripts: () => undefined,
  WorkerGlobalScope: Function,
  // Node's own names would make TensorFlow.js look for files, and give a cell the machine.
  process: undefined,
  require: undefined
});

const runtime = (await importFile(entry)) as {
  start(options: {
    interruptFlag: SharedArrayBuffer;
    importModule(name: string): unknown;
    addressOf(source: string): string;
    watch(): void;
  }): void;
};
runtime.start({
  interruptFlag,
  importModule: importFile,
  addressOf,
  watch: () => {
    const { used_heap_size: heap, external_memory: buffers } = getHeapStatistics();
    if (heap > heapLimit * 1e6 || buffers > MOST_MEMORY * totalmem()) {
      process.exit(outOfMemory);
    }
  }
});
