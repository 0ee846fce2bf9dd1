"""Runs the Python half of the keras cases in Keras and writes down what it gives.

    python tests/parity/keras/record.py OUT.json

The cases are Python programs, chosen (`cases.py`) and generated from a seed; `translate.py` writes
each as it is typed in a cell. Weights and data are sines, the same on both sides.
"""

import json
import os
import re
import sys
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ["COLUMNS"] = "80"

import keras
import numpy as np
import tensorflow as tf
from cases import cases
from translate import typescript


def data(shape, phase=0.0, scale=1.0):
    """Numbers that look irregular and are the same everywhere."""
    count = int(np.prod(shape))
    values = scale * np.sin(np.arange(count) * 1.7 + phase)
    return values.astype("float32").reshape(shape)


def labels(count, classes):
    return np.array([(7 * i + 3 * (i // 5)) % classes for i in range(count)])


def positive(shape, phase=0.0):
    return np.abs(data(shape, phase)).astype("float32") * np.float32(0.9) + np.float32(0.05)


def words():
    """Two sentences of four words, of which 0 is none."""
    return np.array([[1, 2, 0, 0], [3, 3, 1, 0]])


def fill(model):
    """Sets all weights to sines, variances to what is positive."""
    model.set_weights(
        [
            positive(weight.shape, i) if "variance" in weight.path else data(weight.shape, i, 0.5)
            for i, weight in enumerate(model.weights)
        ]
    )
    return model


def net(layer, shape):
    """A model of one layer."""
    inputs = keras.Input(shape)
    return fill(keras.Model(inputs, layer(inputs)))


def stats(values):
    """Mean, spread, and how far nearly all lie from 0: the farthest of all is a matter of luck."""
    values = np.asarray(values)
    return [float(values.mean()), float(values.std()), float(np.quantile(np.abs(values), 0.99))]


def summary(model):
    lines = []
    model.summary(print_fn=lines.append)
    return "\n".join(lines).strip()


def describe(value):
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict):
        return {"map": {str(name): describe(value[name]) for name in value}}
    if isinstance(value, (list, tuple)):
        return {"list": [describe(part) for part in value]}
    if value is None or isinstance(value, bool):
        return {"plain": value}
    array = np.asarray(value)
    numbers = [float(f"{number:.8g}") for number in array.astype("float64").ravel()]
    return {"shape": list(array.shape), "values": numbers}


def run(program):
    keras.utils.clear_session()
    keras.utils.set_random_seed(1)
    *statements, last = program.split("\n")
    scope = {
        name: globals()[name]
        for name in ["keras", "words", "data", "labels", "positive", "fill", "net", "stats", "summary"]
    }
    exec("\n".join(statements), scope)
    return eval(last, scope)


def message(error):
    text = re.sub(r"\x1b\[\d+m", "", str(error))
    text = re.sub(r"^Exception encountered when calling [\s\S]*?\n\n", "", text)
    return re.sub(r"\n\nArguments received by[\s\S]*$", "", text).strip()


def record(case):
    try:
        expected = describe(run(case["python"]))
    except Exception as error:
        expected = {"error": {"name": type(error).__name__, "message": message(error)}}
    return {"typescript": typescript(case["python"]), **case, "expected": expected}


def main(out):
    warnings.simplefilter("ignore")
    recording = {
        "keras": keras.__version__,
        "tensorflow": tf.__version__,
        "numpy": np.__version__,
        "cases": [record(case) for case in cases()],
    }
    with open(out, "w", encoding="utf-8") as file:
        json.dump(recording, file, indent=1, ensure_ascii=False)
        file.write("\n")
    failed = [
        case
        for case in recording["cases"]
        if "error" in case["expected"] and not case.get("fails")
    ]
    for case in failed:
        print(case["python"], case["expected"], file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
