/**
 * The script of the sandboxed frame: it starts the worker of one kernel, and stops what it computes.
 * The frame's origin is opaque and its content policy lets it reach nothing but its own blobs, so
 * neither this script nor the worker can see the page, the server or another notebook.
 */
import type { FromFrame, ToFrame, WorkerStart } from '../protocol/frame';

let interruptFlag: Int32Array | undefined;

const blobUrl = (parts: BlobPart[], type = 'text/javascript') =>
  URL.createObjectURL(new Blob(parts, { type }));

const toPage = (message: FromFrame) => parent.postMessage(message, '*');

/** A worker of an opaque origin cannot be a module, but it can import one. */
const bootstrap = `onmessage = event => {
  onmessage = null;
  import(event.data.entry).then(
    runtime => runtime.start(event.data),
    error => setTimeout(() => { throw error; })
  );
};`;

function start(entry: ArrayBuffer, port: MessagePort): void {
  const message: WorkerStart = { entry: blobUrl([entry]), port };
  if (self.crossOriginIsolated) {
    message.interruptFlag = new SharedArrayBuffer(4);
    interruptFlag = new Int32Array(message.interruptFlag);
  } else {
    // A cell may run before the address that an interrupt has used up is replaced.
    offerUrl();
    offerUrl();
  }
  const worker = new Worker(blobUrl([bootstrap]));
  worker.onerror = event => {
    event.preventDefault();
    toPage({ kind: 'crashed', reason: event.message });
  };
  worker.postMessage(message, [port]);
}

function offerUrl(): void {
  toPage({ kind: 'interruptUrl', url: blobUrl(['running'], 'text/plain') });
}

function interrupt(serial: number, url: string | undefined): void {
  if (interruptFlag) {
    Atomics.store(interruptFlag, 0, serial);
  } else if (url !== undefined) {
    URL.revokeObjectURL(url);
    offerUrl();
  }
}

addEventListener('message', event => {
  if (event.source !== parent) {
    return;
  }
  const message = event.data as ToFrame;
  switch (message.kind) {
    case 'start':
      start(message.entry, message.port);
      break;
    case 'interrupt':
      interrupt(message.serial, message.url);
      break;
    case 'ping':
      toPage({ kind: 'pong' });
      break;
  }
});

toPage({ kind: 'loaded' });
