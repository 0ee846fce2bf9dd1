/**
 * The script of the sandboxed frame: it holds the worker of one kernel and passes messages on.
 * The frame's origin is opaque and its content policy lets it reach nothing but its own blobs, so
 * neither this script nor the worker can see the page, the server or another notebook.
 */
import type { FromFrame, ToFrame, WorkerStart } from '../protocol/frame';
import type { FromRuntime, ToRuntime } from '../protocol/runtime';
import { Backlog } from './backlog';

let worker: Worker | undefined;
let interruptFlag: Int32Array | undefined;
/** The address that a running cell polls where no memory is shared, by the request's serial. */
const interruptUrls = new Map<number, string>();

const blobUrl = (parts: BlobPart[], type = 'text/javascript') =>
  URL.createObjectURL(new Blob(parts, { type }));

const toPage = (message: FromFrame, transfer: Transferable[] = []) =>
  parent.postMessage(message, '*', transfer);

/** A worker of an opaque origin cannot be a module, but it can import one. */
const bootstrap = `onmessage = event => {
  onmessage = null;
  import(event.data.entry).then(
    runtime => runtime.start(event.data),
    error => setTimeout(() => { throw error; })
  );
};`;

function start(entry: ArrayBuffer): void {
  const message: WorkerStart = { entry: blobUrl([entry]) };
  if (self.crossOriginIsolated) {
    message.interruptFlag = new SharedArrayBuffer(4);
    interruptFlag = new Int32Array(message.interruptFlag);
  }
  worker = new Worker(blobUrl([bootstrap]));
  worker.onmessage = event => backlog.add(event.data as FromRuntime);
  worker.onerror = event => {
    event.preventDefault();
    toPage({ kind: 'crashed', reason: event.message });
  };
  worker.postMessage(message);
}

const backlog = new Backlog<FromRuntime>(
  message => toPage({ kind: 'fromRuntime', message }),
  () => {
    worker?.terminate();
    toPage({ kind: 'crashed', reason: 'it sent more messages than the page can take' });
  }
);

function toWorker(message: ToRuntime): void {
  if (message.kind === 'execute' && !interruptFlag) {
    const url = blobUrl(['running'], 'text/plain');
    interruptUrls.set(message.request.serial, url);
    forgetUrls(message.request.serial - 1);
    worker?.postMessage({ ...message, interruptUrl: url });
    return;
  }
  if (message.kind === 'interrupt') {
    if (interruptFlag) {
      Atomics.store(interruptFlag, 0, message.serial);
    } else {
      forgetUrls(Infinity);
    }
  }
  worker?.postMessage(message, message.kind === 'file' ? [message.bytes] : []);
}

/**
 * Revokes the addresses of requests before this one. The last one stays: what its cell has left
 * running may keep the worker from the next.
 */
function forgetUrls(before: number): void {
  for (const [serial, url] of interruptUrls) {
    if (serial < before) {
      URL.revokeObjectURL(url);
      interruptUrls.delete(serial);
    }
  }
}

addEventListener('message', event => {
  if (event.source !== parent) {
    return;
  }
  const message = event.data as ToFrame;
  switch (message.kind) {
    case 'start':
      start(message.entry);
      break;
    case 'toRuntime':
      toWorker(message.message);
      break;
    case 'ping':
      toPage({ kind: 'pong' });
      break;
    case 'taken':
      backlog.taken(message.count);
      break;
  }
});

toPage({ kind: 'loaded' });
