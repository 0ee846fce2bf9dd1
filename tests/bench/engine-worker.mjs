// What both workers of `npm run bench:engine` do: measure the workload that they are asked for.
import { measure, workloads } from './engine-workloads.mjs';

/** @param start gives TensorFlow.js, from the bytes of its wasm files by name */
export async function answer(start) {
  // Where nothing is drawn, TensorFlow.js waits for a frame in vain.
  globalThis.requestAnimationFrame = callback => setTimeout(() => callback(performance.now()), 0);
  const { promise: wasm, resolve } = Promise.withResolvers();
  let tf;
  globalThis.onmessage = async ({ data }) => {
    try {
      if (data.wasm) {
        resolve(data.wasm);
        tf = await start(data.wasm);
        globalThis.postMessage({ ready: tf.getBackend() });
        return;
      }
      const workload = workloads.find(({ id }) => id === data.measure);
      globalThis.postMessage({ fastest: await measure(tf, workload) });
    } catch (error) {
      globalThis.postMessage({ failed: error.message });
    }
  };
  await wasm;
}
