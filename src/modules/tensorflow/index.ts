import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { Host } from '../host';
import { registerGradients } from './gradients';
import { inWorker } from './in-worker';
import { registerTrainingKernels } from './kernels';
import { keepModelsInFiles } from './model-files';
import { releaseUnreachable, type TensorEngine } from './release';

/**
 * TensorFlow.js by its real name and with its real API, on the wasm backend. Where that cannot
 * start, the cpu backend runs and the learner is told. Tensors that nothing refers to are let go.
 */
export async function load(host: Host): Promise<object> {
  try {
    await useWasm(host);
  } catch (error) {
    host.cpuFallback(error instanceof Error ? error.message : String(error));
    await tf.setBackend('cpu');
  }
  await tf.ready();
  releaseUnreachable(tf.engine() as unknown as TensorEngine);
  registerGradients();
  keepModelsInFiles(host.files);
  return inWorker(host.files);
}

/**
 * The worker can reach no address of its own, so the files come as bytes and are named by `blob:`
 * addresses, which only this worker can read.
 */
async function useWasm(host: Host): Promise<void> {
  const files = await Promise.all(
    host.wasmNames.map(async name => {
      const blob = new Blob([await host.wasm(name)], { type: 'application/wasm' });
      return [name, URL.createObjectURL(blob)] as const;
    })
  );
  // Our kernels, which do most of the work, run on one thread.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(Object.fromEntries(files));
  registerTrainingKernels();
  if (!(await tf.setBackend('wasm'))) {
    throw new Error('The wasm backend did not start.');
  }
}
