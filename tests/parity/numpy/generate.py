"""Draws cases from a seed: pairs of a TypeScript and a Python expression."""

import json
import random

import numpy as np
from printing import Printing


class Expressions:
    """Draws pairs of expressions over small arrays of every shape that broadcasting knows."""

    binary = [
        ("add", "add"),
        ("subtract", "subtract"),
        ("multiply", "multiply"),
        ("divide", "divide"),
        ("maximum", "maximum"),
        ("minimum", "minimum"),
        ("less", "less"),
        ("greaterEqual", "greater_equal"),
        ("equal", "equal"),
    ]
    reductions = ["sum", "mean", "std", "var", "min", "max", "median", "prod", "nanmean", "all"]

    def __init__(self, seed):
        self.draw = random.Random(seed)

    def shape(self, most=3):
        return [self.draw.choice([1, 2, 3, 4]) for _ in range(self.draw.randint(1, most))]

    def array(self, shape, whole=None):
        """An array with elements that are exact in text, as a pair of expressions."""
        whole = self.draw.random() < 0.4 if whole is None else whole
        count = int(np.prod(shape))
        values = [self.draw.randint(-9, 9) for _ in range(count)]
        if not whole:
            values = [value + self.draw.choice([0.125, 0.5, 0.75]) for value in values]
        dtype = self.draw.choice(["int64", "int32", "int8"] if whole else ["float64", "float64", "float32"])
        return (
            f"np.array({json.dumps(values)}, {{ dtype: '{dtype}' }}).reshape({json.dumps(shape)})",
            f"np.array({values}, dtype='{dtype}').reshape({shape})",
        )

    def partner(self, shape):
        """A shape that broadcasts with another one, or, now and then, does not."""
        other = [self.draw.choice([length, length, 1]) for length in shape]
        other = other[self.draw.randint(0, len(other) - 1) :]
        if self.draw.random() < 0.15:
            other[-1] += 1
        return other

    def binary_case(self):
        shape = self.shape()
        shapes = [shape, self.partner(shape)]
        self.draw.shuffle(shapes)
        (ts1, py1), (ts2, py2) = self.array(shapes[0]), self.array(shapes[1])
        ts, py = self.draw.choice(self.binary)
        return f"np.{ts}({ts1}, {ts2})", f"np.{py}({py1}, {py2})"

    def scalar_case(self):
        ts, py = self.array(self.shape())
        scalar = self.draw.choice([2, -3, 0.5, 7])
        (f_ts, f_py) = self.draw.choice(self.binary)
        return f"np.{f_ts}({scalar}, {ts})", f"np.{f_py}({scalar}, {py})"

    def reduction_case(self):
        shape = self.shape()
        ts, py = self.array(shape)
        f = self.draw.choice(self.reductions)
        axis = self.draw.randint(-len(shape), len(shape) - 1)
        keep = self.draw.random() < 0.5
        if self.draw.random() < 0.3:
            ts, py = f"{ts}.T", f"{py}.T"
        return (
            f"np.{f}({ts}, {{ axis: {axis}, keepdims: {str(keep).lower()} }})",
            f"np.{f}({py}, axis={axis}, keepdims={keep})",
        )

    def slice_text(self):
        bound = lambda: self.draw.choice(["", "", "0", "1", "2", "-1", "-2", "5"])
        step = self.draw.choice(["", "", ":-1", ":2", ":-2"])
        part = f"{bound()}:{bound()}{step}"
        return self.draw.choice([part, part, part, "0", "-1", "None"])

    def index_case(self):
        shape = self.shape()
        ts, py = self.array(shape)
        parts = []
        while sum(part != "None" for part in parts) < len(shape) and len(parts) < 4:
            parts.append(self.slice_text())
        text = ", ".join(parts)
        if self.draw.random() < 0.4:
            return f"{ts}.set('{text}', 7)", f"a = {py}\na[{text}] = 7\na"
        return f"{ts}.at('{text}')", f"{py}[{text}]"

    def matmul_case(self):
        n, k, m = (self.draw.randint(1, 5) for _ in range(3))
        (ts1, py1), (ts2, py2) = self.array([n, k]), self.array([k, m])
        if self.draw.random() < 0.4:
            (ts2, py2) = self.array([m, k])
            ts2, py2 = f"{ts2}.T", f"{py2}.T"
        return f"np.matmul({ts1}, {ts2})", f"np.matmul({py1}, {py2})"

    def random_case(self):
        start, n = self.draw.randint(0, 10**6), self.draw.randint(1, 6)
        ts, py = self.draw.choice(
            [
                (f"random({n})", f"random({n})"),
                (f"standardNormal([{n}, 2])", f"standard_normal([{n}, 2])"),
                (f"integers(-5, 90, {{ size: {n} }})", f"integers(-5, 90, size={n})"),
            ]
        )
        return f"np.random.defaultRng({start}).{ts}", f"np.random.default_rng({start}).{py}"

    def ordering_case(self):
        shape = self.shape()
        ts, py = self.array(shape)
        axis = self.draw.randint(-len(shape), len(shape) - 1)
        f = self.draw.choice(["sort", "cumsum", "cumprod", "diff", "flip", "unique"])
        if f in ("cumsum", "cumprod", "flip"):
            return f"np.{f}({ts}, {axis})", f"np.{f}({py}, axis={axis})"
        return f"np.{f}({ts}, {{ axis: {axis} }})", f"np.{f}({py}, axis={axis})"

    def shaping_case(self):
        shape = self.shape()
        ts, py = self.array(shape)
        axis = self.draw.randint(-len(shape), len(shape) - 1)
        shift = self.draw.randint(-5, 5)
        order = self.draw.sample(range(len(shape)), len(shape))
        return self.draw.choice(
            [
                (f"np.transpose({ts}, {order})", f"np.transpose({py}, {order})"),
                (f"np.expandDims({ts}, {axis})", f"np.expand_dims({py}, {axis})"),
                (f"np.roll({ts}, {shift}, {axis})", f"np.roll({py}, {shift}, {axis})"),
                (f"np.repeat({ts}, 2, {axis})", f"np.repeat({py}, 2, {axis})"),
                (f"np.reshape({ts}, -1, {{ order: 'F' }})", f"np.reshape({py}, -1, order='F')"),
                (f"np.squeeze({ts})", f"np.squeeze({py})"),
            ]
        )

    def joining_case(self):
        shape = self.shape()
        axis = self.draw.randint(0, len(shape) - 1)
        other = list(shape)
        other[axis] = self.draw.randint(1, 3)
        if self.draw.random() < 0.15:
            other.append(2)
        (ts1, py1), (ts2, py2) = self.array(shape), self.array(other)
        return (
            f"np.concatenate([{ts1}, {ts2}], {{ axis: {axis} }})",
            f"np.concatenate([{py1}, {py2}], axis={axis})",
        )

    def solving_case(self):
        """A matrix with a large diagonal, so that it is far from singular."""
        n = self.draw.randint(1, 4)
        rows = [[self.draw.randint(-3, 3) + (12 if i == j else 0) for j in range(n)] for i in range(n)]
        right = [self.draw.randint(-9, 9) for _ in range(n)]
        symmetric = [[rows[i][j] + rows[j][i] for j in range(n)] for i in range(n)]
        return self.draw.choice(
            [
                (f"np.linalg.solve({rows}, {right})",) * 2,
                (f"np.linalg.inv({rows})",) * 2,
                (f"np.linalg.det({rows})",) * 2,
                (f"np.linalg.eigvalsh({symmetric})",) * 2,
                (f"np.linalg.svdvals({rows})",) * 2,
                (f"np.linalg.qr({rows}).R",) * 2,
            ]
        )


def generate(seed):
    draw = Expressions(seed)
    printing = Printing(seed)
    # What is drawn how often; all from one seed, so that the cases stay the same.
    kinds = {
        draw.binary_case: 120,
        draw.scalar_case: 60,
        draw.reduction_case: 120,
        draw.index_case: 120,
        draw.matmul_case: 60,
        draw.random_case: 60,
        draw.ordering_case: 60,
        draw.shaping_case: 60,
        draw.joining_case: 40,
        draw.solving_case: 40,
        printing.text_case: 120,
        printing.options_case: 100,
        printing.long_case: 30,
    }
    return [kind() for kind, count in kinds.items() for _ in range(count)]
