import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { registerGradients } from '../../../src/modules/tensorflow/gradients';
import { registerTrainingKernels } from '../../../src/modules/tensorflow/kernels';

export { tf };

/** TensorFlow.js with its wasm and cpu backends, as the module sets them up. */
export async function startEngine(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths('node_modules/@tensorflow/tfjs-backend-wasm/dist/');
  registerTrainingKernels();
  registerGradients();
  await tf.setBackend('wasm');
}

/** The elements that a computation gives on one backend. */
export async function on(
  backend: 'wasm' | 'cpu',
  compute: () => tf.Tensor | tf.Tensor[]
): Promise<number[][]> {
  await tf.setBackend(backend);
  return tf.tidy(() => [compute()].flat().map(tensor => Array.from(tensor.dataSync())));
}

/** The largest difference, relative to the largest element. */
export function difference(actual: number[][], expected: number[][]): number {
  let [most, largest] = [0, 1];
  expected.forEach((elements, index) => {
    if (actual[index]?.length !== elements.length) {
      most = Infinity;
    }
    elements.forEach((element, place) => {
      const distance = Math.abs(element - (actual[index]?.[place] ?? NaN));
      most = Number.isNaN(distance) ? Infinity : Math.max(most, distance);
      largest = Math.max(largest, Math.abs(element));
    });
  });
  return most / largest;
}
