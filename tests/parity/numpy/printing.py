"""Draws arrays of all types and magnitudes to be printed, as they are and with options."""

import json
import random

import numpy as np

integers = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
names = {"suppress_small": "suppressSmall", "max_line_width": "maxLineWidth"}


def camel(options):
    """Options as TypeScript writes them."""
    return "{ " + ", ".join(f"{names.get(k, k)}: {json.dumps(v)}" for k, v in options.items()) + " }"


class Printing:
    def __init__(self, seed):
        self.draw = random.Random(seed)

    def shape(self):
        return [self.draw.choice([1, 1, 2, 3, 4, 5, 7]) for _ in range(self.draw.choice([0, 1, 1, 2, 2, 3]))]

    def float_values(self, count):
        draw = self.draw
        kind = draw.choice(["plain", "scaled", "wide", "rounded", "whole", "special", "close"])
        scale = 10.0 ** draw.randint(-20, 20)

        def one():
            if kind == "plain":
                return draw.gauss(0, 1)
            if kind == "scaled":
                return draw.gauss(0, 1) * scale
            if kind == "wide":
                return draw.choice([-1, 1]) * 10 ** draw.uniform(-9, 9)
            if kind == "rounded":
                return round(draw.gauss(0, 100), draw.randint(0, 3))
            if kind == "whole":
                return float(draw.randint(-(10 ** draw.randint(1, 10)), 10**6))
            if kind == "close":
                return 1000.0 + draw.randint(0, 10**6) / 10**6
            return draw.choice([float("nan"), float("inf"), float("-inf"), 0.0, -0.0, 1.5, -123.25, draw.gauss(0, 1)])

        return [one() for _ in range(count)]

    def array(self):
        """An array, or a view of one, as a pair of expressions."""
        shape = self.shape()
        count = int(np.prod(shape))
        kind = self.draw.choice(["float64", "float64", "float32", "bool", "int"])
        if kind == "bool":
            dtype, values = "bool", [self.draw.random() < 0.5 for _ in range(count)]
        elif kind == "int":
            dtype = self.draw.choice(integers)
            info = np.iinfo(dtype)
            # JavaScript's numbers hold no larger whole ones.
            low, high = max(info.min, -(2**53)), min(info.max, 2**53)
            most = 10 ** self.draw.randint(0, 15)
            values = [self.draw.randint(max(low, -most), min(high, most)) for _ in range(count)]
        else:
            dtype, values = kind, self.float_values(count)
        # JSON as Python writes it has NaN and Infinity, as TypeScript does.
        text = json.dumps(values)
        python = repr(values).replace("inf", "np.inf").replace("nan", "np.nan")
        ts = f"np.array({text}, {{ dtype: '{dtype}' }}).reshape({json.dumps(shape)})"
        py = f"np.array({python}, dtype='{dtype}').reshape({shape})"
        if shape and self.draw.random() < 0.4:
            view = self.draw.choice([".T", "::-1", "1:", "..., ::2", "..., ::-1"])
            if view == ".T":
                return ts + ".T", py + ".T"
            return f"{ts}.at('{view}')", f"{py}[{view}]"
        return ts, py

    def text_case(self):
        ts, py = self.array()
        return self.draw.choice(
            [
                (f"String({ts})", f"str({py})"),
                (f"String({ts})", f"str({py})"),
                (f"np.arrayRepr({ts})", f"repr({py})"),
            ]
        )

    def options(self):
        draw = self.draw
        drawn = {
            "precision": draw.choice([0, 1, 2, 3, 5, 12]),
            "threshold": draw.choice([0, 4, 10]),
            "edgeitems": draw.choice([1, 2]),
            "sign": draw.choice(["-", "+", " "]),
            "floatmode": draw.choice(["fixed", "unique", "maxprec", "maxprec_equal"]),
        }
        return {k: drawn[k] for k in draw.sample(list(drawn), draw.randint(0, 3))}

    def options_case(self):
        ts, py = self.array()
        options = self.options()
        if self.draw.random() < 0.4:
            more = {"suppress": [True, False], "linewidth": [20, 40, 120], "nanstr": ["missing"], "infstr": ["oo"]}
            for name in self.draw.sample(list(more), self.draw.randint(0, 3)):
                options[name] = self.draw.choice(more[name])
            arguments = ", ".join(f"{k}={v!r}" for k, v in options.items())
            return (
                f"np.printoptions({camel(options)}, () => String({ts}))",
                f"with np.printoptions({arguments}):\n    text = str({py})\ntext",
            )
        more = {"suppress_small": [True, False], "max_line_width": [20, 40], "separator": [", ", ",", " | "]}
        if self.draw.random() < 0.5:
            more |= {"prefix": ["data: "], "suffix": [" units"]}
        for name in self.draw.sample(list(more), self.draw.randint(0, 3)):
            options[name] = self.draw.choice(more[name])
        arguments = "".join(f", {k}={v!r}" for k, v in options.items())
        return f"np.array2string({ts}, {camel(options)})", f"np.array2string({py}{arguments})"

    def long_case(self):
        """Arrays around and above the thousand elements from which on they are abbreviated."""
        shape = self.draw.choice([[1000], [1001], [2, 501], [40, 26], [7, 11, 14], [1, 1200], [1200, 1], [10, 10, 11]])
        count = int(np.prod(shape))
        step = self.draw.choice([1, 3, 0.5, 0.001, -1.25])
        start = self.draw.choice([0, -500, 99999])
        stop = start + step * count
        made = self.draw.choice(
            [
                (f"np.arange({count})", f"np.arange({count})"),
                (f"np.arange({count}).mod(7).equal(0)", f"np.arange({count}) % 7 == 0"),
                (f"np.linspace({start}, {stop}, {count})", f"np.linspace({start}, {stop}, {count})"),
            ]
        )
        view = self.draw.choice(["", "::-1", "..., ::-1", "1:"])
        at = (f".at('{view}')", f"[{view}]") if view else ("", "")
        ts = f"{made[0]}.reshape({json.dumps(shape)}){at[0]}"
        py = f"({made[1]}).reshape({shape}){at[1]}"
        form = self.draw.choice([("String", "str"), ("np.arrayRepr", "repr")])
        return f"{form[0]}({ts})", f"{form[1]}({py})"
