"""Runs the Python half of the pyplot cases in Matplotlib and writes down what it draws.

    python tests/parity/pyplot/record.py OUT.json

The cases are pairs of a TypeScript and a Python program: those in `cases.json`, chosen, and those
that `generate.py` draws from a seed. Where the last line has a value, it is written down too.
"""

import json
import sys
import warnings
from pathlib import Path

import matplotlib

matplotlib.use("agg")

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
from describe import describe  # noqa: E402
from generate import generate  # noqa: E402

here = Path(__file__).parent
seed = 7
count = 120


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    return value.item() if isinstance(value, np.generic) else value


def run(program):
    *statements, last = program.split("\n")
    scope = {"plt": plt, "np": np}
    exec("\n".join(statements), scope)
    value = eval(last, scope)
    figure = {"figure": describe(plt.gcf())}
    return figure if value is None else {**figure, "value": plain(value)}


def record(case):
    plt.close("all")
    plt.style.use("default")
    try:
        expected = run(case["python"])
    except Exception as error:
        message = error.args[0] if isinstance(error, KeyError) else str(error)
        expected = {"error": {"name": type(error).__name__, "message": message.strip()}}
    return {**case, "expected": expected}


def main():
    warnings.simplefilter("ignore")
    cases = json.loads((here / "cases.json").read_text()) + generate(count, seed)
    recording = {"matplotlib": matplotlib.__version__, "seed": seed, "cases": [record(case) for case in cases]}
    rounded = json.loads(json.dumps(recording), parse_float=lambda text: float(f"{float(text):.9g}"))
    Path(sys.argv[1]).write_text(json.dumps(rounded, indent=1, ensure_ascii=False) + "\n")
    failed = [case["python"] for case in recording["cases"] if "error" in case["expected"]]
    print(f"{len(cases)} cases of Matplotlib {matplotlib.__version__}, {len(failed)} of them mistakes")


if __name__ == "__main__":
    main()
