import type { Tensor } from '@tensorflow/tfjs';

/** What is asked of a model to be saved. */
interface Saved {
  readonly name: string;
  getWeights(): Tensor[];
}

export function saveModel(model: Saved, path: string): Promise<string> {
  return Promise.reject(new Error(`${model.name} ${path}`));
}
export function saveWeights(model: Saved, path: string): Promise<string> {
  return Promise.reject(new Error(`${model.name} ${path}`));
}
export function loadWeights(model: Saved, path: string): Promise<void> {
  return Promise.reject(new Error(`${model.name} ${path}`));
}
