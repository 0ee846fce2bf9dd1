import type { Display, Displays } from './displays';
import { Bar } from './progress-bar';

/** Loss and metrics of an epoch or a batch, by name. */
type Logs = Record<string, number> | undefined;

/** What `fit` and `fitDataset` of TensorFlow.js call while they train. */
export interface FitCallbacks {
  onTrainBegin(): Promise<void>;
  onEpochBegin(epoch: number): Promise<void>;
  onBatchEnd(batch: number, logs?: Logs): Promise<void>;
  onEpochEnd(epoch: number, logs?: Logs): Promise<void>;
  onTrainEnd(): Promise<void>;
}

interface Point {
  epoch: number;
  name: string;
  value: number;
}

/** Shows a bar, and a chart of loss and metrics, while a model is trained. */
export function fitCallbacks(displays: Displays, epochs: number): FitCallbacks {
  const points: Point[] = [];
  let bar: Bar | undefined;
  let chart: Display | undefined;
  let epoch = 0;
  return {
    async onTrainBegin() {
      points.length = 0;
      bar = new Bar(displays, '', epochs);
      chart = undefined;
    },
    async onEpochBegin(index) {
      epoch = index;
    },
    async onBatchEnd(_, logs) {
      await bar?.reach(epoch, noteOf(logs));
    },
    async onEpochEnd(index, logs = {}) {
      for (const [name, value] of Object.entries(logs)) {
        points.push({ epoch: index + 1, name, value });
      }
      await bar?.reach(index + 1, noteOf(logs));
      chart ??= displays.display(historyChart(points));
      await chart.update(historyChart(points));
    },
    async onTrainEnd() {
      await bar?.finish();
    }
  };
}

/** Loss and metrics in a few digits. */
const noteOf = (logs: Logs = {}): string =>
  Object.entries(logs)
    .filter(([name, value]) => name !== 'batch' && name !== 'size' && Number.isFinite(value))
    .map(([name, value]) => `${name} ${value.toPrecision(4)}`)
    .join(' · ');

/** Loss and metrics by epoch, as a Vega-Lite plot. */
function historyChart(points: Point[]): object {
  return {
    width: 360,
    height: 160,
    data: { values: [...points] },
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'epoch', type: 'quantitative', axis: { tickMinStep: 1 } },
      y: { field: 'value', type: 'quantitative', title: null },
      color: { field: 'name', type: 'nominal', title: null }
    }
  };
}
