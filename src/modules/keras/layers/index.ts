export {
  Activation,
  Dense,
  Embedding,
  Identity,
  Input,
  Masking,
  type DenseOptions,
  type EmbeddingOptions,
  type InputOptions
} from './core';
export type { CallOptions, Layer, LayerOptions } from '../layer';
