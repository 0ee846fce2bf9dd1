import type * as TensorFlow from '@tensorflow/tfjs';

/**
 * TensorFlow.js as cells have it, so that both modules share one engine and its backend. It is
 * handed over before anything else of Keras is loaded, since most classes derive from its own.
 */
export let tf: typeof TensorFlow;

/** Hands TensorFlow.js over. */
export function use(tensorflow: typeof TensorFlow): void {
  tf = tensorflow;
}
