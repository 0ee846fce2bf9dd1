import { afterEach, describe, expect, it } from 'vitest';
import { compile, type TopLevelSpec } from 'vega-lite';
import { findPlotProblem } from '../../../src/kernel/plot-filter';
import * as np from '../../../src/modules/numpy';
import * as plt from '../../../src/modules/pyplot';
import type { Json } from '../../../src/protocol/runtime';

afterEach(() => {
  plt.close('all');
  plt.style.use('default');
});

const x = Array.from({ length: 20 }, (_, i) => i / 2);

const programs: Record<string, () => void> = {
  lines: () => plt.plot(x, x.map(Math.sin), 'r--o', { label: 'sin' }),
  points: () => plt.scatter(x, x, { c: x, s: x, alpha: 0.5 }),
  bars: () => plt.bar(['a', 'b'], [1, 2], { yerr: [0.1, 0.2] }),
  'lying bars': () => plt.barh(['a', 'b'], [1, 2]),
  histogram: () => plt.hist(x, { bins: 5, histtype: 'step' }),
  'error bars': () => plt.errorbar(x, x, { yerr: 1, capsize: 3 }),
  area: () => plt.fillBetween(x, x, { where: x.map(value => value > 3) }),
  notes: () => {
    plt.axhline(1);
    plt.axvline(2);
    plt.axhspan(1, 2);
    plt.axvspan(1, 2);
    plt.text(1, 1, 'here');
    plt.annotate('there', [1, 1], { xytext: [3, 3], arrowprops: { arrowstyle: '->' } });
  },
  legend: () => {
    plt.plot(x, { label: 'a' });
    plt.legend();
  },
  'a logarithmic axis': () => {
    plt.bar([1, 2], [10, 1000]);
    plt.yscale('log');
  },
  twins: () => {
    plt.plot([1, 2]);
    plt.twinx().plot([10, 20]);
  },
  grid: () => {
    plt.subplots(2, 3, { sharex: true, sharey: 'row' });
    plt.suptitle('All');
  },
  'a picture': () => {
    plt.imshow([
      [1, 2],
      [3, NaN]
    ]);
    plt.colorbar();
  },
  contours: () => {
    plt.contourf([
      [1, 2, 3],
      [2, 9, 1],
      [1, 1, 1]
    ]);
    plt.contour(
      [
        [1, 2, 3],
        [2, 9, 1],
        [1, 1, 1]
      ],
      { colors: 'k' }
    );
    plt.colorbar({ orientation: 'horizontal', label: 'height' });
  },
  boxes: () =>
    void plt.boxplot(
      [
        [1, 2, 9],
        [3, 4, 5]
      ],
      { showmeans: true }
    ),
  nothing: () => void plt.figure(),
  dates: () => plt.plot([new Date('2024-01-01'), new Date('2024-03-01')], [1, 2]),
  gaps: () => plt.plot([1, NaN, 3])
};

describe('the specification of', () => {
  it.each(Object.keys(programs))('%s is Vega-Lite that may be shown', name => {
    for (const style of ['default', 'ggplot', 'dark_background']) {
      plt.style.use(style);
      programs[name]?.();
      const spec = JSON.parse(JSON.stringify(plt.gcf().toVegaLite())) as Json;
      const warnings: string[] = [];
      const note = (...words: readonly unknown[]) => (warnings.push(words.join(' ')), logger);
      const logger = { level: () => logger, error: note, warn: note, info: note, debug: note };
      compile(spec as unknown as TopLevelSpec, { logger: logger as never });
      expect(warnings).toEqual([]);
      expect(findPlotProblem(spec)).toBeUndefined();
      plt.close('all');
    }
  });
});

describe('data', () => {
  it('comes as lists, typed arrays, arrays of numpy, tensors and dates', () => {
    const tensor = { shape: [3], dataSync: () => new Float32Array([1, 2, 3]) };
    for (const data of [[1, 2, 3], new Float64Array([1, 2, 3]), np.array([1, 2, 3]), tensor]) {
      expect(plt.plot(data)[0]?.getYdata()).toEqual([1, 2, 3]);
    }
    const [line] = plt.plot([new Date(86_400_000)], [1]);
    expect(line?.getXdata()).toEqual([1]);
    const columns = plt.plot(
      np.array([
        [1, 2],
        [3, 4]
      ])
    );
    expect(columns.map(each => each.getYdata())).toEqual([
      [1, 3],
      [2, 4]
    ]);
  });
});

describe('a mistake', () => {
  const mistakes: [string, () => unknown, string][] = [
    [
      'lengths',
      () => plt.plot([1, 2, 3], [1, 2]),
      'x and y must have same first dimension, but have shapes (3,) and (2,)'
    ],
    [
      'a format',
      () => plt.plot([1], 'xyz'),
      "'xyz' is not a valid format string (unrecognized character 'z')"
    ],
    ['a marker', () => plt.plot([1], { marker: 'Q' }), "Unrecognized marker style 'Q'"],
    [
      'an option',
      () => plt.plot([1], { lenwidth: 2 } as never),
      "got an unexpected keyword argument 'lenwidth'"
    ],
    ['a scale', () => plt.xscale('foo'), "'foo' is not a valid value for scale."],
    ['sizes', () => plt.scatter([1, 2], [1]), 'x and y must be the same size'],
    ['a place', () => plt.subplot(2, 2, 5), 'num must be an integer with 1 <= num <= 4, not 5'],
    [
      'bins',
      () => plt.hist([1], { bins: [2, 1] }),
      '`bins` must increase monotonically, when an array'
    ],
    ['ticks', () => plt.xticks([1, 2], ['a']), 'does not match the number of labels (1)'],
    [
      'a setting',
      () => Reflect.set(plt.rcParams, 'nope', 1),
      "'nope' is not a valid value for rcParam."
    ],
    ['a style', () => plt.style.use('nope'), "'nope' is not a valid package style"]
  ];
  it.each(mistakes)('in %s is named in the words of Matplotlib', (_, make, words) => {
    expect(make).toThrow(words);
  });
});

describe('what is black', () => {
  it('follows the theme of the page, unless a style says otherwise', () => {
    plt.plot([1, 2], 'k');
    expect(JSON.stringify(plt.gcf().toVegaLite())).not.toContain('#000000');
    plt.style.use('dark_background');
    plt.close('all');
    plt.plot([1, 2]);
    expect(plt.gcf().toVegaLite()).toMatchObject({ background: '#000000' });
  });
});
