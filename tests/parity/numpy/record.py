"""Runs the Python half of the numpy cases in NumPy and writes down what it gives.

    python tests/parity/numpy/record.py OUT.json

The cases are pairs of a TypeScript and a Python expression: those in `cases.json`, chosen, and
those that `generate.py` draws from a seed. A third text says why the two differ on purpose.
"""

import base64
import contextlib
import json
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np
from generate import generate

here = Path(__file__).parent
seed = 20


def number(value):
    """JSON has no NaN, no infinities, and keeps no whole number beyond 2**53."""
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    value = float(value)
    return value if np.isfinite(value) else str(value)


def describe(value):
    if isinstance(value, (list, tuple)):
        return {"list": [describe(part) for part in value]}
    if isinstance(value, str):
        return {"string": value}
    array = np.asarray(value)
    return {
        "shape": list(array.shape),
        "dtype": str(array.dtype),
        "values": [number(element) for element in array.ravel()[:1200]],
        "text": str(value),
    }


def run(program):
    """What the last line gives; each program begins in an empty folder."""
    *statements, last = program.split("\n")
    scope = {
        "np": np,
        "text": lambda name: Path(name).read_text(encoding="utf-8"),
        "hex": lambda name: Path(name).read_bytes().hex(),
    }
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        exec("\n".join(statements), scope)
        return eval(last, scope)


def record(pair):
    typescript, python, *differs = pair
    try:
        expected = describe(run(python))
    except Exception as error:
        name = type(error).__name__
        expected = {"error": {"name": name, "message": str(error).strip()}}
    case = {"typescript": typescript, "python": python, "expected": expected}
    return case | {"differs": differs[0]} if differs else case


def files():
    """Files as NumPy writes them, and what it reads from one that our module wrote."""
    matrix = np.arange(6.0).reshape(2, 3)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        np.savez("plain.npz", x=[1, 2, 3], mask=matrix > 2)
        np.savez_compressed("compressed.npz", matrix, np.zeros(500, dtype="float32"))
        np.save("columns.npy", np.asfortranarray(matrix))
        np.save("big-endian.npy", matrix.astype(">f8"))
        np.save("texts.npy", np.array(["a", "b"]))
        with open("version-2.npy", "wb") as file:
            np.lib.format.write_array(file, matrix, version=(2, 0))
        written = {path.name: base64.b64encode(path.read_bytes()).decode() for path in sorted(Path().iterdir())}
    with np.load(here / "ours.npz") as ours:
        read = {name: describe(ours[name]) for name in ours.files}
    return json.dumps({"written": written, "read": read})


def main():
    warnings.simplefilter("ignore")
    np.seterr(all="ignore")
    chosen = json.loads((here / "cases.json").read_text())
    pairs = chosen + generate(seed)
    cases = ",\n".join(json.dumps(record(pair), ensure_ascii=False) for pair in pairs)
    text = f'{{"numpy": "{np.__version__}", "seed": {seed}, "files": {files()}, "cases": [\n{cases}\n]}}\n'
    Path(sys.argv[1]).write_text(text, encoding="utf-8")
    print(f"{len(pairs)} cases of NumPy {np.__version__}")


if __name__ == "__main__":
    main()
