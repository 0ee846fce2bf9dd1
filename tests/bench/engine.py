"""What `npm run bench:engine` computes with native TensorFlow; engine-workloads.mjs in Python.

Prints one line of JSON: milliseconds of the fastest run by workload, and the versions.
"""

import json
import os
import sys
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import tensorflow as tf

THREADS = int(sys.argv[1])
ONLY = sys.argv[2:]
SECONDS = 1.5

tf.config.threading.set_intra_op_parallelism_threads(THREADS)
tf.config.threading.set_inter_op_parallelism_threads(THREADS)


def uniform(shape, low=-1.0, high=1.0, dtype=tf.float32, seed=1):
    return tf.random.stateless_uniform(shape, [seed, 0], low, high, dtype)


def matmul(**transposes):
    a, b = uniform([1024, 1024]), uniform([1024, 1024], seed=2)
    return lambda: tf.linalg.matmul(a, b, **transposes).numpy()


IMAGES = [32, 28, 28, 32]


def convolution(kind):
    x = uniform(IMAGES)
    w = uniform([3, 3, 32, 64], seed=2)
    dy = uniform([32, 28, 28, 64], seed=3)
    if kind == "forward":
        return lambda: tf.nn.conv2d(x, w, 1, "SAME").numpy()
    if kind == "input":
        return lambda: tf.nn.conv2d_transpose(dy, w, IMAGES, 1, "SAME").numpy()

    def filter_gradient():
        with tf.GradientTape() as tape:
            tape.watch(w)
            y = tf.nn.conv2d(x, w, 1, "SAME")
        return tape.gradient(y, w, dy).numpy()

    return filter_gradient


def epoch(batch, *layers):
    x = uniform([6000, 28, 28, 1], 0.0).numpy()
    classes = uniform([6000], 0, 10, tf.int32, 2).numpy()
    y = keras.utils.to_categorical(classes, 10)
    model = keras.Sequential([keras.Input([28, 28, 1]), *layers])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    return lambda: model.fit(x, y, batch_size=batch, verbose=0, shuffle=False)


def logistic():
    x = uniform([100_000, 20])
    y = tf.cast(uniform([100_000, 1], 0, 2, tf.int32, 2), tf.float32)
    w, b = tf.Variable(tf.zeros([20, 1])), tf.Variable(0.0)

    @tf.function
    def step():
        with tf.GradientTape() as tape:
            logits = x @ w + b
            loss = tf.reduce_mean(
                tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits)
            )
        for variable, gradient in zip((w, b), tape.gradient(loss, (w, b))):
            variable.assign_sub(0.1 * gradient)
        return loss

    return lambda: step().numpy()


def kmeans():
    points, centres = uniform([10_000, 20]), uniform([10, 20], seed=2)

    @tf.function
    def step():
        distances = tf.reduce_sum(centres**2, 1) - 2 * tf.matmul(
            points, centres, transpose_b=True
        )
        nearest = tf.one_hot(tf.argmin(distances, 1), 10)
        sums = tf.matmul(nearest, points, transpose_a=True)
        return sums / (tf.reduce_sum(nearest, 0)[:, None] + 1e-9)

    return lambda: step().numpy()


def lstm():
    x, y = uniform([32, 20, 16]).numpy(), uniform([32, 1], seed=2).numpy()
    model = keras.Sequential(
        [keras.Input([20, 16]), keras.layers.LSTM(64), keras.layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mean_squared_error")
    return lambda: model.train_on_batch(x, y)


layers = keras.layers
WORKLOADS = {
    "matmul": matmul,
    "matmulTA": lambda: matmul(transpose_a=True),
    "matmulTB": lambda: matmul(transpose_b=True),
    "conv": lambda: convolution("forward"),
    "convInput": lambda: convolution("input"),
    "convFilter": lambda: convolution("filter"),
    "mlp": lambda: epoch(
        32,
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ),
    "cnn": lambda: epoch(
        128,
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(2),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ),
    "logistic": logistic,
    "kmeans": kmeans,
    "lstm": lstm,
}


def fastest(run):
    run()
    times, end = [], time.perf_counter() + SECONDS
    while not times or time.perf_counter() < end:
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


figures = {
    name: fastest(prepare())
    for name, prepare in WORKLOADS.items()
    if not ONLY or name in ONLY
}
versions = {"tensorflow": tf.__version__, "keras": keras.__version__}
print(json.dumps({"figures": figures, "versions": versions, "threads": THREADS}))
