import type { Tensor } from '@tensorflow/tfjs';
import { toTensor, type Numbers } from './inputs';
import { autoName } from './names';
import { tf } from './tf';

/** Options that every metric has. */
export interface MetricOptions {
  /** The key under which it stands in a history. */
  name?: string;
}

/** What weighs samples. */
export interface WeightOptions {
  sampleWeight?: Numbers;
}

/**
 * What is told of a model beside its loss, gathered batch by batch. Keras: `keras.metrics.Metric`,
 * whose `result()` is a tensor; here it is a number.
 */
export abstract class Metric {
  /** The key under which it stands in a history. */
  name: string;

  constructor(name?: string) {
    this.name = name ?? autoName(new.target.name);
  }

  /** Takes in a batch. */
  abstract updateState(yTrue: Numbers, yPred: Numbers, options?: WeightOptions): void;

  /** What comes of all batches so far. */
  abstract result(): number;

  /** Forgets all batches. */
  abstract resetState(): void;
}

/** The values of a tensor, which is let go. */
export function valuesOf(compute: () => Tensor): Float32Array {
  const tensor = tf.tidy(compute);
  const values = tensor.dataSync() as Float32Array;
  tensor.dispose();
  return values;
}

/** The weight of each of so many values; samples stand for the same number of values each. */
export function weightsFor(
  sampleWeight: Numbers | undefined,
  count: number
): Float32Array | undefined {
  if (sampleWeight === undefined) return undefined;
  const weights = valuesOf(() => toTensor(sampleWeight).clone());
  const each = count / weights.length;
  return Float32Array.from({ length: count }, (_, i) => weights[Math.floor(i / each)] ?? 0);
}

/** The mean of a value of each sample. Keras: `keras.metrics.MeanMetricWrapper`. */
export class MeanMetricWrapper extends Metric {
  private total = 0;
  private count = 0;

  /** @param fn gives a value for each sample, or for each of its parts */
  constructor(
    private readonly fn: (yTrue: Tensor, yPred: Tensor) => Tensor,
    { name }: MetricOptions = {}
  ) {
    super(name ?? fn.name);
  }

  updateState(yTrue: Numbers, yPred: Numbers, { sampleWeight }: WeightOptions = {}): void {
    const values = valuesOf(() => this.fn(toTensor(yTrue), toTensor(yPred)).clone());
    const weights = weightsFor(sampleWeight, values.length);
    values.forEach((value, i) => {
      this.total += value * (weights?.[i] ?? 1);
      this.count += weights?.[i] ?? 1;
    });
  }

  result(): number {
    return this.count === 0 ? 0 : this.finish(this.total / this.count);
  }

  resetState(): void {
    this.total = 0;
    this.count = 0;
  }

  /** What becomes of the mean. */
  protected finish(mean: number): number {
    return mean;
  }
}
