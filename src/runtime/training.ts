import type { TrainingPlan, TrainingView } from '../modules';
import type { Display, Displays } from './displays';
import { Bar } from './progress-bar';
import { historyChart, type Point } from './training-chart';

/** Loss and metrics of an epoch or a batch, by name. */
type Logs = Readonly<Record<string, number>> | undefined;

/** What `fit` and `fitDataset` of TensorFlow.js call while they train. */
export interface FitCallbacks {
  onTrainBegin(): Promise<void>;
  onEpochBegin(epoch: number): Promise<void>;
  onBatchEnd(batch: number, logs?: Logs): Promise<void>;
  onEpochEnd(epoch: number, logs?: Logs): Promise<void>;
  onTrainEnd(): Promise<void>;
}

/** Shows a bar, and a chart of loss and metrics, while a model is trained. */
export function trainingView(displays: Displays, plan: TrainingPlan): TrainingView {
  const { epochs, initialEpoch, steps } = plan;
  const points: Point[] = [];
  const bar = new Bar(displays, '', epochs);
  let chart: Display | undefined;
  void bar.reach(initialEpoch);
  return {
    step: (epoch, done, logs) => bar.reach(epoch + (steps > 0 ? done / steps : 0), noteOf(logs)),
    async epoch(epoch, logs) {
      for (const [name, value] of Object.entries(logs)) {
        points.push({ epoch: epoch + 1, name, value });
      }
      await bar.reach(epoch + 1, noteOf(logs));
      chart ??= displays.display(historyChart(points, epochs));
      await chart.update(historyChart(points, epochs));
    },
    end: () => bar.finish()
  };
}

/** The same for the `fit` of TensorFlow.js, which is told of it by callbacks. */
export function fitCallbacks(displays: Displays, epochs: number): FitCallbacks {
  let view: TrainingView | undefined;
  let epoch = 0;
  return {
    async onTrainBegin() {
      view = trainingView(displays, { epochs, initialEpoch: 0, steps: 0 });
    },
    async onEpochBegin(index) {
      epoch = index;
    },
    async onBatchEnd(_, logs) {
      await view?.step(epoch, 0, logs ?? {});
    },
    async onEpochEnd(index, logs = {}) {
      await view?.epoch(index, logs);
    },
    async onTrainEnd() {
      await view?.end();
    }
  };
}

/** Loss and metrics in a few digits. */
const noteOf = (logs: Logs = {}): string =>
  Object.entries(logs)
    .filter(([name, value]) => name !== 'batch' && name !== 'size' && Number.isFinite(value))
    .map(([name, value]) => `${name} ${value.toPrecision(4)}`)
    .join(' · ');
