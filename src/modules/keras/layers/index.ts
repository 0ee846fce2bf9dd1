export {
  ELU,
  LeakyReLU,
  PReLU,
  ReLU,
  Softmax,
  type PReLUOptions,
  type ReLUOptions
} from './activations';
export {
  Conv1D,
  Conv2D,
  Conv2DTranspose,
  Conv3D,
  DepthwiseConv2D,
  SeparableConv2D,
  type ConvOptions,
  type DepthwiseOptions,
  type PerAxis,
  type SeparableOptions
} from './convolution';
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
export { Add, Average, Concatenate, Dot, Maximum, Minimum, Multiply, Subtract } from './merging';
export {
  BatchNormalization,
  LayerNormalization,
  type BatchNormalizationOptions,
  type NormalizationOptions
} from './normalization';
export {
  AveragePooling1D,
  AveragePooling2D,
  GlobalAveragePooling1D,
  GlobalAveragePooling2D,
  GlobalMaxPooling1D,
  GlobalMaxPooling2D,
  MaxPooling1D,
  MaxPooling2D,
  type GlobalPoolingOptions,
  type PoolingOptions
} from './pooling';
export { Rescaling, Resizing } from './preprocessing';
export { GRU, LSTM, SimpleRNN, type GatedOptions, type RecurrentOptions } from './recurrent';
export {
  AlphaDropout,
  Dropout,
  GaussianDropout,
  GaussianNoise,
  SpatialDropout1D,
  SpatialDropout2D,
  type DropoutOptions
} from './regularization';
export {
  Cropping1D,
  Cropping2D,
  Flatten,
  Permute,
  RepeatVector,
  Reshape,
  UpSampling1D,
  UpSampling2D,
  ZeroPadding1D,
  ZeroPadding2D,
  type CroppingOptions,
  type PaddingOptions,
  type UpSamplingOptions
} from './reshaping';
export { Bidirectional, TimeDistributed, type BidirectionalOptions } from './wrappers';
export type { CallOptions, Layer, LayerOptions } from '../layer';
