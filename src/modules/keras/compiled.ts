import type { Tensor } from '@tensorflow/tfjs';
import type { Logs } from './callback';
import { ValueError } from './errors';
import * as losses from './losses';
import type { Loss, LossLike } from './losses';
import type { Metric } from './metric';
import * as metricsModule from './metrics';
import type { MetricLike } from './metrics';
import { pythonName } from './names';
import * as optimizers from './optimizers';
import type { Optimizer } from './optimizer';
import { tf } from './tf';

/** One for all outputs, or one for each: a list, or by the outputs' names. */
type PerOutput<T> = T | readonly T[] | Readonly<Record<string, T>>;

/** How a model is to be trained. */
export interface CompileOptions {
  /** By default `'rmsprop'`. */
  optimizer?: string | Optimizer;
  /** What is made small; a model with several outputs may have one for each. */
  loss?: PerOutput<LossLike>;
  /** How much the loss of each output counts. */
  lossWeights?: readonly number[] | Readonly<Record<string, number>>;
  /** What is told beside the loss; `'accuracy'` is the one that fits the outputs. */
  metrics?:
    | readonly (MetricLike | readonly MetricLike[])[]
    | Readonly<Record<string, MetricLike | readonly MetricLike[]>>;
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);

/** The accuracy that fits what labels and predictions look like. */
function accuracyFor(yTrue: Tensor, yPred: Tensor, name: string): Metric {
  const classes = yPred.shape.at(-1) ?? 1;
  if (classes === 1) return metricsModule.BinaryAccuracy({ name });
  const isSparse = yTrue.rank < yPred.rank || (yTrue.shape.at(-1) === 1 && classes > 1);
  return isSparse
    ? metricsModule.SparseCategoricalAccuracy({ name })
    : metricsModule.CategoricalAccuracy({ name });
}

function metricFor(given: MetricLike, yTrue: Tensor, yPred: Tensor): Metric {
  if (typeof given !== 'string') return metricsModule.get(given);
  if (/^acc(uracy)?$/i.test(given)) return accuracyFor(yTrue, yPred, given);
  const metric = metricsModule.get(given);
  metric.name = pythonName(given);
  return metric;
}

/** The running mean of a loss. */
class Mean {
  private total = 0;
  private count = 0;

  add(value: number, count: number): void {
    this.total += value * count;
    this.count += count;
  }

  get value(): number {
    return this.count === 0 ? 0 : this.total / this.count;
  }
}

/** What a model was compiled with, and what a run over data has told so far. */
export class Compiled {
  readonly optimizer: Optimizer;
  private lossOf: (Loss | undefined)[] | undefined;
  private metricsOf: Metric[][] | undefined;
  private total = new Mean();
  private parts: Mean[] = [];

  constructor(
    readonly options: CompileOptions,
    private readonly outputs: () => readonly string[]
  ) {
    this.optimizer = optimizers.get(options.optimizer ?? 'rmsprop');
  }

  /** All metrics, once data have been seen. */
  get metrics(): Metric[] {
    return (this.metricsOf ?? []).flat();
  }

  /** Forgets what was told of data so far. */
  reset(): void {
    this.total = new Mean();
    this.parts = [];
    this.metrics.forEach(metric => metric.resetState());
  }

  /** The loss over a batch, and that of each output. */
  loss(yTrue: readonly Tensor[], yPred: readonly Tensor[], weight?: Tensor): [Tensor, Tensor[]] {
    const each = yPred.map((output, i) => {
      const loss = this.losses[i];
      const labels = yTrue[i];
      if (!loss || !labels) return tf.scalar(0);
      return loss(labels, output, weight ? { sampleWeight: weight } : {});
    });
    const weighted = each.map((loss, i) => tf.mul(loss, this.weightOf(i)) as Tensor);
    return [tf.addN(weighted), each];
  }

  /** Takes in what a batch came to. */
  take(
    total: Tensor,
    parts: readonly Tensor[],
    yTrue: readonly Tensor[],
    yPred: readonly Tensor[]
  ): void {
    const count = yPred[0]?.shape[0] ?? 1;
    this.total.add(total.dataSync()[0] ?? 0, count);
    parts.forEach((part, i) => {
      (this.parts[i] ??= new Mean()).add(part.dataSync()[0] ?? 0, count);
    });
    const metricsOf = (this.metricsOf ??= yPred.map((output, i) =>
      this.metricsGiven(i).map(given => metricFor(given, yTrue[i] ?? output, output))
    ));
    metricsOf.forEach((metrics, i) => {
      const [labels, output] = [yTrue[i], yPred[i]];
      if (labels && output) metrics.forEach(metric => metric.updateState(labels, output));
    });
  }

  /** What was told of data so far, under Keras's names and in its order. */
  logs(): Logs {
    const names = this.outputs();
    const several = names.length > 1;
    const all: Logs = { loss: this.total.value };
    if (several) this.parts.forEach((part, i) => (all[`${names[i]}_loss`] = part.value));
    this.metricsOf?.forEach((metrics, i) => {
      for (const metric of metrics) {
        all[several ? `${names[i]}_${metric.name}` : metric.name] = metric.result();
      }
    });
    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private get losses(): (Loss | undefined)[] {
    return (this.lossOf ??= this.findLosses());
  }

  private findLosses(): (Loss | undefined)[] {
    const { loss } = this.options;
    const names = this.outputs();
    if (loss === undefined) {
      throw new ValueError('No loss to compute. Provide a `loss` argument in `compile()`.');
    }
    if (typeof loss === 'string' || typeof loss === 'function') {
      return names.map(() => losses.get(loss));
    }
    if (isList(loss as LossLike | readonly LossLike[])) {
      const list = loss as readonly LossLike[];
      if (list.length !== names.length) {
        throw new ValueError(
          `For a model with multiple outputs, when providing the \`loss\` argument as a list, it should have as many entries as the model has outputs. Received:\nloss=${String(list)}\nof length ${list.length} whereas the model has ${names.length} outputs.`
        );
      }
      return list.map(each => losses.get(each));
    }
    const byName = loss as Readonly<Record<string, LossLike>>;
    return names.map(name => {
      const given = byName[name];
      return given === undefined ? undefined : losses.get(given);
    });
  }

  private weightOf(output: number): number {
    const { lossWeights } = this.options;
    if (!lossWeights) return 1;
    const weight = Array.isArray(lossWeights)
      ? (lossWeights as readonly number[])[output]
      : (lossWeights as Readonly<Record<string, number>>)[this.outputs()[output] ?? ''];
    return weight ?? 1;
  }

  private metricsGiven(output: number): readonly MetricLike[] {
    const { metrics = [] } = this.options;
    const names = this.outputs();
    if (!isList(metrics as readonly unknown[] | Record<string, unknown>)) {
      const given = (metrics as Readonly<Record<string, MetricLike | readonly MetricLike[]>>)[
        names[output] ?? ''
      ];
      return given === undefined ? [] : isList(given) ? given : [given];
    }
    const list = metrics as readonly (MetricLike | readonly MetricLike[])[];
    if (names.length === 1) return list.flat() as MetricLike[];
    const given = list[output];
    return given === undefined ? [] : isList(given) ? given : [given];
  }
}
