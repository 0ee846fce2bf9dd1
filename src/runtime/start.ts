import { isComplete } from '../compile';
import type { Completeness, FromRuntime } from '../protocol/runtime';
import { HostFiles, type Channel } from './channel';
import { Comms } from './comms';
import { createConsole } from './console';
import { html, image, latex, markdown, registerFormatter } from './display';
import { dataFile } from './data-file';
import { Displays } from './displays';
import { Flow } from './flow';
import { Imports } from './imports';
import { Inputs } from './input';
import type { InterruptSignal } from './interrupt';
import { Output } from './output';
import { notebookFiles, Outside } from './outside';
import { Packages } from './packages';
import { createProgress } from './progress';
import { followPromises } from './promises';
import { Records } from './records';
import { Session } from './session';
import { bindTimers, nativeTimers } from './timers';
import { trainingView } from './training';

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
export function startRuntime(channel: Channel, signal: InterruptSignal): void {
  const records = new Records(message => channel.post(message));
  const output = new Output(records.take, nativeTimers);
  const flow = new Flow(output);
  const displays = new Displays(output, nativeTimers);
  const files = new HostFiles(channel);
  const post = (message: FromRuntime) => channel.post(message);
  const outside = new Outside(post);
  const afterCell: (() => void)[] = [];
  const imports: Imports = new Imports(
    {
      import: specifier => imports.import(specifier),
      training: plan => trainingView(displays, plan),
      wasm: name => files.get(name),
      wasmNames: WASM_NAMES,
      data: (name, label) => dataFile(files, displays, name, label),
      cpuFallback: reason => output.notice({ id: 'cpuFallback', reason }),
      files: notebookFiles(outside),
      addFormatter: registerFormatter,
      display: displays.display,
      afterCell: ended => afterCell.push(ended)
    },
    new Packages(outside, channel.loading)
  );
  const inputs = new Inputs(post, output);
  const session = new Session({
    post,
    output,
    flow,
    displays,
    imports,
    outside,
    signal,
    records,
    inputs,
    cellEnded: () => afterCell.forEach(ended => ended())
  });
  const comms = new Comms(post, output, thrown => session.uncaught(thrown));

  globalThis.lessonbookImportChunk = async address => {
    const name = address.replace(/^\.\//, '');
    return channel.importModule(name, await files.get(name));
  };
  equipGlobals(output, displays, flow);
  Object.assign(globalThis, { input: inputs.input, comms: comms.forCells });

  channel.onUncaught(thrown => session.uncaught(thrown));
  channel.onMessage(message => {
    switch (message.kind) {
      case 'execute':
        void session.execute(message.request, message.interruptUrl);
        break;
      case 'interrupt':
        session.interrupt(message.serial);
        post({ kind: 'listening' });
        break;
      case 'file':
      case 'fileFailed':
        files.settle(message);
        break;
      case 'fileProgress':
        files.progress(message);
        break;
      case 'outside':
        outside.settle(message.question, message.answer);
        break;
      case 'isComplete': {
        const { question, code } = message;
        post({ kind: 'completeness', question, completeness: completenessOf(code) });
        break;
      }
      case 'input':
        inputs.settle(message.question, message.answer);
        break;
      case 'comm':
        void comms.take(message.request, message.event);
        break;
      case 'commOpened':
        comms.opened(message.comm, message.allowed);
        break;
    }
  });
  channel.post({ kind: 'ready' });
}

function completenessOf(code: string): Completeness {
  try {
    return isComplete(code);
  } catch {
    // It is nested too deeply for the parser.
    return { status: 'unknown' };
  }
}

/** What every cell finds without an import. */
function equipGlobals(output: Output, displays: Displays, flow: Flow): void {
  // A worker in a hidden frame is never asked to draw, and TensorFlow.js waits for that.
  globalThis.requestAnimationFrame = callback =>
    Number(nativeTimers.setTimeout(() => callback(performance.now()), 0));
  bindTimers(flow.bind);
  followPromises(flow.follow);
  // A worker that ends itself would leave its cell without an ending; nobody hears its messages.
  Reflect.deleteProperty(globalThis, 'close');
  Reflect.deleteProperty(globalThis, 'postMessage');
  Object.assign(globalThis, {
    console: createConsole(output),
    display: displays.display,
    html,
    image,
    latex,
    markdown,
    progress: createProgress(displays),
    clearOutput: (wait = false) => output.clear(wait)
  });
}
