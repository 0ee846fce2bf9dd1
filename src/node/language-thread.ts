/** The entry of a thread: makes it look like a worker of a browser to the built service. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** What the host tells a new thread. */
export interface LanguageStart {
  /** Path of the built service. */
  entry: string;
}

const { entry } = workerData as LanguageStart;
const waiting: unknown[] = [];
let listener = (event: { data: unknown }): void => {
  waiting.push(event.data);
};
parentPort?.on('message', (data: unknown) => listener({ data }));

Object.assign(globalThis, {
  self: globalThis,
  postMessage: (message: unknown) => parentPort?.postMessage(message),
  addEventListener: (_type: 'message', listen: typeof listener) => {
    listener = listen;
  }
});

await import(/* webpackIgnore: true */ pathToFileURL(entry).href);
waiting.forEach(data => listener({ data }));
