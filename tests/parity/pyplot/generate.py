"""Draws cases from a seed: random data, of which limits, ticks, bins and boxes are compared."""

import json
import random


def texts(value):
    """A value as TypeScript and Python write it."""
    return json.dumps(value)


class Generator:
    def __init__(self, seed):
        self.draw = random.Random(seed)

    def number(self, scale=1.0):
        return float(f"{self.draw.gauss(0, 1) * scale:.4g}")

    def numbers(self, count, scale=1.0, offset=0.0):
        return [float(f"{self.number(scale) + offset:.7g}") for _ in range(count)]

    def scale(self):
        return 10.0 ** self.draw.randint(-7, 8)

    def offset(self, scale):
        return self.draw.choice([0, 0, 0, 1, -3, 50, 20000]) * scale

    def line(self):
        scale = self.scale()
        x = self.numbers(self.draw.randint(2, 8), self.scale())
        y = self.numbers(len(x), scale, self.offset(scale))
        return f"plt.plot({texts(x)}, {texts(y)})"

    def sized(self):
        width, height = round(self.draw.uniform(2, 12), 1), round(self.draw.uniform(2, 9), 1)
        y = self.numbers(5, self.scale())
        return (
            f"plt.figure({{ figsize: [{width}, {height}] }})\nplt.plot({texts(y)})",
            f"plt.figure(figsize=({width}, {height}))\nplt.plot({texts(y)})",
        )

    def grid(self):
        rows, columns = self.draw.randint(1, 3), self.draw.randint(2, 4)
        shared = self.draw.choice(["true", "false"])
        data = [self.numbers(4, self.scale()) for _ in range(rows * columns)]
        sharing = f"sharex: {shared}, sharey: {self.draw.choice(['true', 'false'])}, squeeze: false"
        typescript = f"const [fig, axs] = plt.subplots({rows}, {columns}, {{ {sharing} }});"
        python = f"fig, axs = plt.subplots({rows}, {columns}, {sharing.replace(': ', '=').replace('true', 'True').replace('false', 'False')})"
        for i, values in enumerate(data):
            row, column = divmod(i, columns)
            typescript += f"\naxs[{row}][{column}].plot({texts(values)});"
            python += f"\naxs[{row}][{column}].plot({texts(values)})"
        return typescript, python

    def limits(self):
        scale = self.scale()
        low = self.number(scale) + self.offset(scale)
        high = low + abs(self.number(scale)) + scale / 100
        return f"plt.xlim({low!r}, {high!r})"

    def logarithmic(self):
        values = [float(f"{10 ** self.draw.uniform(-6, 6):.4g}") for _ in range(self.draw.randint(1, 5))]
        if self.draw.random() < 0.4:
            base = 10 ** self.draw.uniform(-3, 3)
            values = [float(f"{base * self.draw.uniform(1, 6):.4g}") for _ in range(4)]
        return f"plt.plot({texts(values)})\nplt.yscale('log')"

    def histogram(self):
        scale = self.scale()
        values = self.numbers(self.draw.randint(1, 60), scale, self.offset(scale))
        bins = self.draw.choice(["10", "3", "25", "'auto'", "'fd'", "'sturges'"])
        options = self.draw.choice(["", ", density: true", ", cumulative: true", ", density: true, cumulative: true", ", histtype: 'step'", ", orientation: 'horizontal'", ", rwidth: 0.5, align: 'left'"])
        keywords = options.replace(": ", "=").replace("true", "True")
        return (
            f"const h = plt.hist({texts(values)}, {{ bins: {bins}{options} }});\n[h.counts, h.edges]",
            f"h = plt.hist({texts(values)}, bins={bins}{keywords})\n[h[0].tolist(), h[1].tolist()]",
        )

    def boxes(self):
        sets = [self.numbers(self.draw.randint(1, 25), 3.0, self.draw.randint(0, 9)) for _ in range(self.draw.randint(1, 4))]
        options = self.draw.choice(["", ", { showmeans: true }", ", { whis: 0.5 }", ", { widths: 0.3 }", ", { whis: [5, 95] }"])
        keywords = options.replace("{ ", "").replace(" }", "").replace(": ", "=").replace("true", "True")
        return f"plt.boxplot({texts(sets)}{options})", f"plt.boxplot({texts(sets)}{keywords})"

    def contour(self):
        rows, columns = self.draw.randint(3, 9), self.draw.randint(3, 9)
        scale = 10.0 ** self.draw.randint(-3, 4)
        a, b, c = (self.number() for _ in range(3))
        z = [[float(f"{scale * (a * i * i + b * j * j + c * i * j + self.number(0.3)):.5g}") for j in range(columns)] for i in range(rows)]
        name = self.draw.choice(["contour", "contourf"])
        levels = self.draw.choice(["", "", ", 4", ", 12"])
        return f"plt.{name}({texts(z)}{levels})"

    def image(self):
        rows, columns = self.draw.randint(1, 8), self.draw.randint(1, 8)
        z = [self.numbers(columns, self.scale()) for _ in range(rows)]
        cmap = self.draw.choice(["viridis", "gray", "coolwarm", "RdBu_r", "Blues"])
        origin = self.draw.choice(["upper", "lower"])
        return (
            f"plt.imshow({texts(z)}, {{ cmap: '{cmap}', origin: '{origin}' }});\nplt.colorbar();",
            f"plt.imshow({texts(z)}, cmap='{cmap}', origin='{origin}')\nplt.colorbar()",
        )

    def points(self):
        count = self.draw.randint(1, 12)
        x, y, c = (self.numbers(count, self.scale()) for _ in range(3))
        sizes = [round(self.draw.uniform(5, 200), 2) for _ in range(count)]
        cmap = self.draw.choice(["viridis", "plasma", "coolwarm"])
        return (
            f"plt.scatter({texts(x)}, {texts(y)}, {{ c: {texts(c)}, s: {texts(sizes)}, cmap: '{cmap}' }})",
            f"plt.scatter({texts(x)}, {texts(y)}, c={texts(c)}, s={texts(sizes)}, cmap='{cmap}')",
        )

    def bars(self):
        heights = self.numbers(self.draw.randint(1, 7), self.scale())
        names = [f"n{i}" for i in range(len(heights))]
        name = self.draw.choice(["bar", "barh"])
        return f"plt.{name}({texts(names)}, {texts(heights)})"

    def areas(self):
        x = sorted(self.numbers(self.draw.randint(2, 9), 5))
        y1, y2 = self.numbers(len(x), 2, 5), self.numbers(len(x), 2, -5)
        return f"plt.fillBetween({texts(x)}, {texts(y1)}, {texts(y2)})", f"plt.fill_between({texts(x)}, {texts(y1)}, {texts(y2)})"

    def cases(self, count):
        kinds = [
            self.line, self.line, self.limits, self.limits, self.sized, self.grid, self.logarithmic,
            self.histogram, self.histogram, self.boxes, self.contour, self.image, self.points,
            self.bars, self.areas,
        ]  # fmt: skip
        found = []
        for i in range(count):
            drawn = kinds[i % len(kinds)]()
            typescript, python = drawn if isinstance(drawn, tuple) else (drawn, drawn)
            lasts = [text.split("\n")[-1] for text in (typescript, python)]
            if not lasts[0].startswith("["):
                typescript, python = typescript + "\nnull", python + "\nNone"
            found.append({"typescript": typescript, "python": python})
        return found


def generate(count, seed):
    return Generator(seed).cases(count)
