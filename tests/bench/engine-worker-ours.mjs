// The worker of `npm run bench:engine` with the module that cells import.
import { load } from '../../src/modules/tensorflow';
import { answer } from './engine-worker.mjs';

await answer(wasm =>
  load({
    wasm: name => Promise.resolve(wasm[name]),
    wasmNames: Object.keys(wasm),
    cpuFallback: reason => {
      throw new Error(reason);
    },
    addFormatter: () => undefined
  })
);
