import { HostFiles, type Channel } from './channel';
import { createConsole } from './console';
import { html, image } from './display';
import { Displays } from './displays';
import { Imports } from './imports';
import { InterruptSignal } from './interrupt';
import { Output } from './output';
import { Records } from './records';
import { Session } from './session';
import { bindTimers, nativeTimers } from './timers';

declare global {
  /** How the bundler's code loads a part of the runtime; the host has the files. */
  var lessonbookImportChunk: (address: string) => Promise<unknown>;
}

const WASM_NAMES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm'
];

/** Joins the parts of the runtime, and answers its host from then on. */
export function startRuntime(channel: Channel, interruptFlag: SharedArrayBuffer | undefined): void {
  const records = new Records(message => channel.post(message));
  const output = new Output(records.take, nativeTimers);
  const displays = new Displays(output, nativeTimers);
  const files = new HostFiles(channel);
  const imports = new Imports({
    wasm: name => files.get(name),
    wasmNames: WASM_NAMES,
    cpuFallback: reason => output.notice({ id: 'cpuFallback', reason })
  });
  const session = new Session({
    post: message => channel.post(message),
    output,
    displays,
    imports,
    signal: new InterruptSignal(interruptFlag),
    records
  });

  globalThis.lessonbookImportChunk = async address => {
    const name = address.replace(/^\.\//, '');
    return channel.importModule(name, await files.get(name));
  };
  equipGlobals(output, displays);

  channel.onUncaught(thrown => session.uncaught(thrown));
  channel.onMessage(message => {
    switch (message.kind) {
      case 'execute':
        void session.execute(message.request, message.interruptUrl);
        break;
      case 'interrupt':
        session.interrupt(message.serial);
        break;
      case 'file':
      case 'fileFailed':
        files.settle(message);
        break;
    }
  });
  channel.post({ kind: 'ready' });
}

/** What every cell finds without an import. */
function equipGlobals(output: Output, displays: Displays): void {
  // A worker in a hidden frame is never asked to draw, and TensorFlow.js waits for that.
  globalThis.requestAnimationFrame = callback =>
    Number(nativeTimers.setTimeout(() => callback(performance.now()), 0));
  bindTimers(callback => {
    const request = output.current;
    return (...args) => output.within(request, () => callback(...args));
  });
  Object.assign(globalThis, {
    console: createConsole(output),
    display: displays.display,
    html,
    image,
    clearOutput: (wait = false) => output.clear(wait)
  });
}
