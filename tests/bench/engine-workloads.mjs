// What `npm run bench:engine` computes with TensorFlow.js, its own or ours; engine.py is the same in
// Python. Sizes, batches and models are stated here and in the output alone by `title`.

/** A number that a computation has ended with: reading it waits for all that it depends on. */
const settle = tensor => {
  tensor.dataSync();
};

const kept = (tf, make) => tf.tidy(() => [make()].flat().map(tensor => tf.keep(tensor)));

/** A workload of one operation, run inside of `tidy`. */
const operation = (id, title, make, compute) => ({
  id,
  title,
  prepare(tf) {
    const inputs = kept(tf, () => make(tf));
    return () => tf.tidy(() => settle(compute(tf, ...inputs)));
  }
});

const SIDE = 1024;
const matrices = tf => [
  tf.randomUniform([SIDE, SIDE], -1, 1, 'float32', 1),
  tf.randomUniform([SIDE, SIDE], -1, 1, 'float32', 2)
];

// 32 images of 28 × 28 with 32 channels, 64 filters of 3 × 3, 'same'.
const IMAGES = [32, 28, 28, 32];
const FILTER = [3, 3, 32, 64];
const images = tf => [
  tf.randomUniform(IMAGES, -1, 1, 'float32', 1),
  tf.randomUniform(FILTER, -1, 1, 'float32', 2),
  tf.randomUniform([32, 28, 28, 64], -1, 1, 'float32', 3)
];

const DIGITS = 6000;

/** A model that is trained for an epoch on what has the shape of 6,000 digits. */
const epoch = (id, title, batchSize, layers) => ({
  id,
  title,
  prepare(tf) {
    const x = tf.randomUniform([DIGITS, 28, 28, 1], 0, 1, 'float32', 1);
    const y = tf.tidy(() => tf.oneHot(tf.randomUniform([DIGITS], 0, 10, 'int32', 2), 10).toFloat());
    const model = tf.sequential({ layers: layers(tf) });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy' });
    return () => model.fit(x, y, { epochs: 1, batchSize, verbose: 0, shuffle: false });
  }
});

const ROWS = 100_000;
const POINTS = 10_000;

export const workloads = [
  operation('matmul', 'matmul 1024², plain', matrices, (tf, a, b) => tf.matMul(a, b)),
  operation('matmulTA', 'matmul 1024², left operand transposed', matrices, (tf, a, b) =>
    tf.matMul(a, b, true, false)
  ),
  operation('matmulTB', 'matmul 1024², right operand transposed', matrices, (tf, a, b) =>
    tf.matMul(a, b, false, true)
  ),
  operation('conv', 'convolution 32×28×28×32, 64 filters 3×3: forward', images, (tf, x, w) =>
    tf.conv2d(x, w, 1, 'same')
  ),
  operation('convInput', '… gradient by its input', images, (tf, x, w, dy) =>
    tf.conv2dTranspose(dy, w, IMAGES, 1, 'same')
  ),
  operation('convFilter', '… gradient by its filter', images, (tf, x, w, dy) =>
    tf.grad(w => tf.conv2d(x, w, 1, 'same'))(w, dy)
  ),
  epoch('mlp', 'epoch of an MLP, 6,000 digits: 784-128-10, Adam, batch 32', 32, tf => [
    tf.layers.flatten({ inputShape: [28, 28, 1] }),
    tf.layers.dense({ units: 128, activation: 'relu' }),
    tf.layers.dense({ units: 10, activation: 'softmax' })
  ]),
  epoch(
    'cnn',
    'epoch of a CNN, 6,000 digits: conv 32, pool, conv 64, pool, dense; batch 128',
    128,
    tf => [
      tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({ filters: 64, kernelSize: 3, activation: 'relu' }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 10, activation: 'softmax' })
    ]
  ),
  {
    id: 'logistic',
    title: 'logistic regression, 100,000 × 20, a step over all rows',
    prepare(tf) {
      const [x, y] = kept(tf, () => [
        tf.randomUniform([ROWS, 20], -1, 1, 'float32', 1),
        tf.randomUniform([ROWS, 1], 0, 2, 'int32', 2).toFloat()
      ]);
      const w = tf.variable(tf.zeros([20, 1]));
      const b = tf.variable(tf.scalar(0));
      const optimizer = tf.train.sgd(0.1);
      return () => {
        const loss = optimizer.minimize(
          () => tf.losses.sigmoidCrossEntropy(y, x.matMul(w).add(b)),
          true,
          [w, b]
        );
        settle(loss);
        loss.dispose();
      };
    }
  },
  operation(
    'kmeans',
    'k-means, 10,000 × 20, 10 centres, a step',
    tf => [
      tf.randomUniform([POINTS, 20], -1, 1, 'float32', 1),
      tf.randomUniform([10, 20], -1, 1, 'float32', 2)
    ],
    (tf, points, centres) => {
      const distances = centres
        .square()
        .sum(1)
        .sub(points.matMul(centres, false, true).mul(2));
      const nearest = tf.oneHot(distances.argMin(1), 10).toFloat();
      return nearest.matMul(points, true).div(nearest.sum(0).expandDims(1).add(1e-9));
    }
  ),
  {
    id: 'lstm',
    title: 'LSTM of 64 units, 32 sequences of 20 × 16, a training step',
    prepare(tf) {
      const x = tf.randomUniform([32, 20, 16], -1, 1, 'float32', 1);
      const y = tf.randomUniform([32, 1], -1, 1, 'float32', 2);
      const model = tf.sequential({
        layers: [tf.layers.lstm({ units: 64, inputShape: [20, 16] }), tf.layers.dense({ units: 1 })]
      });
      model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
      return () => model.trainOnBatch(x, y);
    }
  }
];

/** Seconds for which a workload is repeated; the fastest run counts. */
const SECONDS = 1.5;

/**
 * The milliseconds of the fastest run, after one that is not counted.
 * @throws Error where the engine cannot compute it
 */
export async function measure(tf, workload) {
  tf.engine().startScope(workload.id);
  try {
    const run = workload.prepare(tf);
    await run();
    const times = [];
    const end = performance.now() + SECONDS * 1000;
    do {
      const start = performance.now();
      await run();
      times.push(performance.now() - start);
    } while (performance.now() < end);
    return Math.min(...times);
  } finally {
    tf.engine().endScope();
    tf.disposeVariables();
  }
}
