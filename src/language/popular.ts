/** What is computed with tensors, as functions of the module and as methods, in this order. */
const OPERATIONS = [
  'add',
  'sub',
  'mul',
  'div',
  'matMul',
  'sum',
  'mean',
  'max',
  'argMax',
  'square',
  'sqrt',
  'reshape'
];

/** What a learner would call first, in this order, by the place of the module in the pack. */
export const POPULAR: Readonly<Record<string, readonly string[]>> = {
  '/node_modules/@tensorflow/tfjs/dist/index.d.ts': [
    'tensor',
    'tensor1d',
    'tensor2d',
    'tensor3d',
    'scalar',
    'zeros',
    'ones',
    'range',
    'linspace',
    'randomNormal',
    'randomUniform',
    'variable',
    ...OPERATIONS,
    'concat',
    'stack',
    'oneHot',
    'softmax',
    'sigmoid',
    'relu',
    'conv2d',
    'maxPool',
    'avgPool',
    'sequential',
    'layers',
    'model',
    'input',
    'train',
    'losses',
    'metrics',
    'data',
    'tidy',
    'dispose',
    'grad',
    'memory'
  ],
  '/node_modules/@tensorflow/tfjs-layers/dist/exports_layers.d.ts': [
    'dense',
    'conv2d',
    'maxPooling2d',
    'flatten',
    'dropout',
    'activation',
    'embedding',
    'lstm',
    'batchNormalization'
  ],
  '/modules/keras/index.d.ts': [
    'Sequential',
    'Input',
    'Model',
    'layers',
    'optimizers',
    'losses',
    'metrics',
    'callbacks',
    'utils'
  ],
  '/modules/keras/layers/index.d.ts': [
    'Dense',
    'Conv2D',
    'MaxPooling2D',
    'Flatten',
    'Dropout',
    'Activation',
    'BatchNormalization',
    'Embedding',
    'LSTM',
    'GRU',
    'GlobalAveragePooling2D',
    'Rescaling'
  ],
  '/modules/keras/optimizers.d.ts': ['Adam', 'SGD', 'RMSprop', 'AdamW', 'schedules'],
  '/modules/keras/callbacks.d.ts': ['EarlyStopping', 'ReduceLROnPlateau', 'LearningRateScheduler'],
  '/modules/numpy/index.d.ts': [
    'array',
    'zeros',
    'ones',
    'arange',
    'linspace',
    'full',
    'eye',
    'random',
    'sum',
    'mean',
    'std',
    'min',
    'max',
    'argmax',
    'sort',
    'reshape',
    'concatenate',
    'dot',
    'matmul',
    'where',
    'linalg'
  ],
  '/modules/pyplot/index.d.ts': [
    'plot',
    'scatter',
    'bar',
    'hist',
    'subplots',
    'title',
    'xlabel',
    'ylabel',
    'legend',
    'figure',
    'show',
    'xlim',
    'ylim',
    'grid',
    'savefig'
  ]
};

const TENSOR = [
  'shape',
  'dtype',
  'rank',
  'print',
  'dataSync',
  'arraySync',
  'data',
  'array',
  ...OPERATIONS,
  'slice',
  'dispose'
];

/** Members that a learner would look for first, by the name of the class. */
export const POPULAR_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Tensor: TENSOR,
  Variable: ['assign', ...TENSOR],
  SequentialModel: ['add', 'compile', 'fit', 'predict', 'evaluate', 'summary', 'layers'],
  KerasModel: ['compile', 'fit', 'predict', 'evaluate', 'summary', 'layers'],
  Sequential: ['add', 'compile', 'fit', 'predict', 'evaluate', 'summary', 'save', 'layers'],
  LayersModel: ['compile', 'fit', 'predict', 'evaluate', 'summary', 'save', 'layers'],
  Axes: ['plot', 'scatter', 'bar', 'hist', 'setTitle', 'setXlabel', 'setYlabel', 'legend', 'set'],
  Figure: ['suptitle', 'savefig', 'axes', 'toVegaLite', 'setAltText'],
  NDArray: ['shape', 'dtype', 'ndim', 'size', 'at', 'set', 'add', 'sum', 'mean', 'reshape', 'T']
};

/** Globals of the language and the worker that turn up in lessons. */
export const FAMILIAR: ReadonlySet<string> = new Set([
  'Array',
  'Boolean',
  'Date',
  'Error',
  'Float32Array',
  'Int32Array',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Set',
  'String',
  'Uint8Array',
  'console',
  'isNaN',
  'parseFloat',
  'parseInt',
  'performance',
  'setTimeout',
  'structuredClone',
  'undefined'
]);

/** Members of a tensor that the library uses, rather than whoever has the tensor. */
export const LIBRARYS_OWN: ReadonlySet<string> = new Set([
  'dataId',
  'dataToGPU',
  'id',
  'isDisposedInternal',
  'kept',
  'kerasMask',
  'rankType',
  'scopeId',
  'throwIfDisposed'
]);

/** The name under which a module is imported as a whole. */
export const ALIASES: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs': 'tf',
  keras: 'keras',
  numpy: 'np',
  pyplot: 'plt'
};
