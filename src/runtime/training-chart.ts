/** Loss or a metric after an epoch. */
export interface Point {
  epoch: number;
  name: string;
  value: number;
}

const measured = (name: string) => name.replace(/^val_/, '');

/** What the chart shows, for those who do not see it. */
function describe(points: readonly Point[], epochs: number): string {
  const last = Math.max(0, ...points.map(({ epoch }) => epoch));
  const values = points
    .filter(({ epoch }) => epoch === last)
    .map(({ name, value }) => `${name} ${value.toPrecision(4)}`);
  return `Training, epoch ${last} of ${epochs}: ${values.join(', ')}`;
}

/**
 * Loss and metrics by epoch as a Vega-Lite plot: one chart for the loss and for each metric, in it
 * a line for the training and one for the validation.
 */
export function historyChart(points: readonly Point[], epochs: number): object {
  const metrics = [...new Set(points.map(({ name }) => measured(name)))];
  // The loss comes first, the others in their order.
  metrics.sort((a, b) => Number(b === 'loss') - Number(a === 'loss'));
  const rows = points.map(({ epoch, name, value }) => ({
    epoch,
    value,
    metric: measured(name),
    data: name.startsWith('val_') ? 'validation' : 'training'
  }));
  return {
    description: describe(points, epochs),
    data: { values: rows },
    hconcat: metrics.map(metric => ({
      width: metrics.length > 1 ? 240 : 360,
      height: 160,
      transform: [{ filter: { field: 'metric', equal: metric } }],
      mark: { type: 'line', point: true },
      encoding: {
        x: {
          field: 'epoch',
          type: 'quantitative',
          axis: { values: wholeEpochs(epochs), format: 'd' },
          scale: { domain: [1, Math.max(2, epochs)] }
        },
        y: { field: 'value', type: 'quantitative', title: metric, scale: { zero: false } },
        color: {
          field: 'data',
          type: 'nominal',
          title: null,
          scale: { domain: ['training', 'validation'] }
        },
        strokeDash: {
          field: 'data',
          type: 'nominal',
          title: null,
          scale: { domain: ['training', 'validation'] }
        }
      }
    }))
  };
}

/** Ten epochs at most, evenly apart: Vega would also put ticks between two of them. */
function wholeEpochs(epochs: number): number[] {
  const step = Math.ceil(epochs / 10);
  return Array.from({ length: Math.floor(epochs / step) }, (_, i) => (i + 1) * step);
}
