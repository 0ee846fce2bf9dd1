// The worker of `npm run bench:engine` with TensorFlow.js as it comes.
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { answer } from './engine-worker.mjs';

await answer(async wasm => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(
    Object.fromEntries(
      Object.entries(wasm).map(([name, bytes]) => [
        name,
        URL.createObjectURL(new globalThis.Blob([bytes]))
      ])
    )
  );
  await tf.setBackend('wasm');
  return tf;
});
