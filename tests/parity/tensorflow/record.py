"""Runs the Python half of the tensorflow cases in TensorFlow and writes down what it gives.

    python tests/parity/tensorflow/record.py OUT.json

The cases are pairs of a TypeScript and a Python expression: those in `cases.json`, chosen, and those
that are drawn here from a seed. Models are trained for 20 steps from the same weights.
"""

import json
import random
import sys
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

here = Path(__file__).parent
draw = random.Random(21)


def wave(shape, phase):
    """Numbers between -1 and 1 that both languages make alike."""
    count = int(np.prod(shape))
    values = np.sin(1.7 * np.arange(count, dtype=np.float64) + phase)
    return tf.constant(values.astype(np.float32).reshape(shape))


def grad(function, *inputs):
    with tf.GradientTape() as tape:
        for value in inputs:
            tape.watch(value)
        result = function(*inputs)
    gradients = tape.gradient(result, list(inputs))
    return gradients[0] if len(inputs) == 1 else gradients


dense = tf.convert_to_tensor


def squares(name, call, python_call, *shapes):
    """A result and its gradients by all inputs, for a sum of squares."""
    names = ", ".join("abc"[: len(shapes)])
    waves = ", ".join(f"wave({list(shape)}, {phase})" for phase, shape in enumerate(shapes))
    yield f"(({names}) => {call})({waves})", f"(lambda {names}: {python_call})({waves})"
    if len(shapes) == 1:
        yield (
            f"tf.grad({names} => {call}.square().sum())({waves})",
            f"grad(lambda {names}: tf.reduce_sum(({python_call}) ** 2), {waves})",
        )
    else:
        yield (
            f"tf.grads(({names}) => {call}.square().sum())([{waves}])",
            f"grad(lambda {names}: tf.reduce_sum(({python_call}) ** 2), {waves})",
        )


def generate():
    size = lambda most: draw.randint(1, most)
    truth = lambda value: str(value).lower()
    for _ in range(12):
        rows, inner, columns = size(9), size(40), size(9)
        left, right = draw.random() < 0.5, draw.random() < 0.5
        yield from squares(
            "matmul",
            f"tf.matMul(a, b, {truth(left)}, {truth(right)})",
            f"tf.linalg.matmul(a, b, {left}, {right})",
            [inner, rows] if left else [rows, inner],
            [columns, inner] if right else [inner, columns],
        )
    for _ in range(12):
        images = [size(2), 3 + size(5), 3 + size(5), size(4)]
        window, step, pad = [size(3), size(3)], size(2), draw.choice(["same", "valid"])
        yield from squares(
            "conv2d",
            f"tf.conv2d(a, b, {step}, '{pad}')",
            f"tf.nn.conv2d(a, b, {step}, '{pad.upper()}')",
            images,
            [*window, images[3], size(4)],
        )
        yield from squares(
            "depthwise",
            f"tf.depthwiseConv2d(a, b, {step}, '{pad}')",
            f"tf.nn.depthwise_conv2d(a, b, [1, {step}, {step}, 1], '{pad.upper()}')",
            images,
            [*window, images[3], size(2)],
        )
    for _ in range(6):
        images = [size(2), 3 + size(5), 3 + size(5), size(3)]
        window, step, pad = [size(3), size(3)], size(2), draw.choice(["same", "valid"])
        for kind, name in (("maxPool", "max_pool2d"), ("avgPool", "avg_pool2d")):
            yield from squares(
                kind,
                f"tf.{kind}(a, {window}, {step}, '{pad}')",
                f"tf.nn.{name}(a, {window}, {step}, '{pad.upper()}')",
                images,
            )
    for name, python_name in (
        ("tanh", "tf.tanh"),
        ("sigmoid", "tf.sigmoid"),
        ("relu", "tf.nn.relu"),
        ("elu", "tf.nn.elu"),
        ("selu", "tf.nn.selu"),
        ("softplus", "tf.nn.softplus"),
        ("exp", "tf.exp"),
        ("sin", "tf.sin"),
        ("abs", "tf.abs"),
        ("square", "tf.square"),
    ):
        yield from squares(name, f"tf.{name}(a)", f"{python_name}(a)", [size(4), size(6)])
    for name, python_name in (
        ("sum", "reduce_sum"),
        ("mean", "reduce_mean"),
        ("max", "reduce_max"),
        ("min", "reduce_min"),
        ("prod", "reduce_prod"),
        ("logSumExp", "reduce_logsumexp"),
    ):
        axis = draw.randint(0, 2)
        yield from squares(
            name,
            f"tf.{name}(a, {axis})",
            f"tf.{python_name}(a, {axis})",
            [1 + size(3), 1 + size(4), 1 + size(5)],
        )
    for name, python_name in (
        ("add", "add"),
        ("sub", "subtract"),
        ("mul", "multiply"),
        ("maximum", "maximum"),
        ("squaredDifference", "math.squared_difference"),
    ):
        rows, columns = size(4), size(5)
        yield from squares(
            name,
            f"tf.{name}(a, b)",
            f"tf.{python_name}(a, b)",
            [rows, columns],
            draw.choice([[columns], [rows, 1]]),
        )


def values(result):
    parts = result if isinstance(result, (list, tuple)) else [result]
    return [
        {"shape": part.shape.as_list(), "values": np.ravel(part.numpy()).astype(float).tolist()}
        for part in map(tf.convert_to_tensor, parts)
    ]


def train(optimizer, convolutional):
    """The losses of 20 steps; the model stands in tensorflow.test.ts as well."""
    layers = keras.layers
    body = (
        [
            layers.Conv2D(4, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
        ]
        if convolutional
        else [layers.Flatten(), layers.Dense(16, activation="tanh")]
    )
    model = keras.Sequential(
        [keras.Input([8, 8, 1]), *body, layers.Dense(3, activation="softmax")]
    )
    model.set_weights(
        [0.3 * wave(weight.shape, index).numpy() for index, weight in enumerate(model.weights)]
    )
    model.compile(optimizer=optimizer, loss="categorical_crossentropy")
    x = wave([12, 8, 8, 1], 5).numpy()
    y = keras.utils.to_categorical(np.arange(12) % 3, 3)
    losses = []
    for _ in range(20):
        model.reset_metrics()
        losses.append(float(model.train_on_batch(x, y)))
    return losses


optimizers = {
    "sgd": lambda: keras.optimizers.SGD(0.1),
    "momentum": lambda: keras.optimizers.SGD(0.05, momentum=0.9),
    "adam": lambda: keras.optimizers.Adam(0.01),
    "rmsprop": lambda: keras.optimizers.RMSprop(0.01),
}

chosen = [tuple(pair) for pair in json.loads((here / "cases.json").read_text())]
cases = [
    {"typescript": typescript, "python": python, "expected": values(eval(python))}
    for typescript, python in [*chosen, *generate()]
]
training = [
    {"optimizer": name, "convolutional": convolutional, "losses": train(make(), convolutional)}
    for name, make in optimizers.items()
    for convolutional in (False, True)
]
versions = {"tensorflow": tf.__version__, "keras": keras.__version__}
Path(sys.argv[1]).write_text(
    json.dumps({**versions, "cases": cases, "training": training}, indent=None) + "\n"
)
