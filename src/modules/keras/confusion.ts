import type { Tensor } from '@tensorflow/tfjs';
import { ValueError } from './errors';
import { toTensor, type Numbers } from './inputs';
import { Metric, valuesOf, weightsFor, type MetricOptions, type WeightOptions } from './metric';
import { tf } from './tf';

/** Options of what counts right and wrong sides of a threshold. */
export interface ThresholdOptions extends MetricOptions {
  /** From where on a probability counts as yes, by default 0.5. */
  thresholds?: number;
  /** The one class that counts; by default all together. */
  classId?: number;
  /** How many of the greatest probabilities of a sample count as yes, instead of a threshold. */
  topK?: number;
}

/** How many predictions were right and wrong, on both sides. */
interface Counts {
  truePositives: number;
  falsePositives: number;
  trueNegatives: number;
  falseNegatives: number;
}

const nothing = (): Counts => ({
  truePositives: 0,
  falsePositives: 0,
  trueNegatives: 0,
  falseNegatives: 0
});

const part = (of: number, whole: number) => (whole > 0 ? of / whole : 0);

/** What is counted of predictions against labels, at one threshold. */
export class ConfusionMetric extends Metric {
  private counts = nothing();

  constructor(
    name: string | undefined,
    kind: string,
    private readonly options: ThresholdOptions,
    private readonly conclude: (counts: Counts) => number
  ) {
    super(name ?? kind);
  }

  updateState(yTrue: Numbers, yPred: Numbers, { sampleWeight }: WeightOptions = {}): void {
    const { classId, topK, thresholds } = this.options;
    const limit = thresholds ?? (topK === undefined ? 0.5 : -Infinity);
    const ofClass = (x: Tensor): Tensor =>
      classId === undefined ? x.clone() : tf.gather(x, [classId], -1);
    const labels = valuesOf(() => ofClass(toTensor(yTrue)));
    const given = valuesOf(() => ofClass(topK === undefined ? toTensor(yPred) : top(yPred, topK)));
    const weights = weightsFor(sampleWeight, given.length);
    given.forEach((value, i) => {
      const weight = weights?.[i] ?? 1;
      const yes = value > limit;
      const right = Boolean(labels[i]);
      if (yes && right) this.counts.truePositives += weight;
      else if (yes) this.counts.falsePositives += weight;
      else if (right) this.counts.falseNegatives += weight;
      else this.counts.trueNegatives += weight;
    });
  }

  result(): number {
    return this.conclude(this.counts);
  }

  resetState(): void {
    this.counts = nothing();
  }
}

/** The `k` greatest of each sample; the others become -Infinity. */
function top(yPred: Numbers, k: number): Tensor {
  const y = toTensor(yPred);
  const least = tf.min(tf.topk(y, k).values, -1, true);
  return tf.where(tf.greaterEqual(y, least), y, tf.fill(y.shape, -Infinity));
}

/** What right and wrong predictions come to, by the class in Keras. */
export const conclusions: Readonly<Record<string, (counts: Counts) => number>> = {
  precision: ({ truePositives, falsePositives }) =>
    part(truePositives, truePositives + falsePositives),
  recall: ({ truePositives, falseNegatives }) =>
    part(truePositives, truePositives + falseNegatives),
  true_positives: counts => counts.truePositives,
  false_positives: counts => counts.falsePositives,
  true_negatives: counts => counts.trueNegatives,
  false_negatives: counts => counts.falseNegatives
};

/** How the area is computed. */
export interface AUCOptions extends MetricOptions {
  /** How many thresholds the curve is drawn by, by default 200. */
  numThresholds?: number;
  /** True positives over false ones, `'ROC'`, or precision over recall, `'PR'`. */
  curve?: 'ROC' | 'PR';
  /** How the area between two thresholds is taken, by default `'interpolation'`. */
  summationMethod?: 'interpolation' | 'minoring' | 'majoring';
  /** Whether predictions are logits, by default `false`. */
  fromLogits?: boolean;
}

/** The area under a curve over all thresholds. */
export class AreaUnderCurve extends Metric {
  private readonly thresholds: number[];
  private positives: Float64Array;
  private negatives: Float64Array;

  constructor(private readonly options: AUCOptions) {
    super(options.name ?? 'auc');
    const { numThresholds: count = 200 } = options;
    if (count <= 1) {
      throw new ValueError(
        `Argument \`num_thresholds\` must be an integer > 1. Received: num_thresholds=${count}`
      );
    }
    const between = Array.from({ length: count - 2 }, (_, i) => Math.fround((i + 1) / (count - 1)));
    this.thresholds = [-1e-7, ...between, 1 + 1e-7];
    this.positives = new Float64Array(count);
    this.negatives = new Float64Array(count);
  }

  updateState(yTrue: Numbers, yPred: Numbers, { sampleWeight }: WeightOptions = {}): void {
    const labels = valuesOf(() => toTensor(yTrue).clone());
    const given = valuesOf(() =>
      this.options.fromLogits ? tf.sigmoid(toTensor(yPred)) : toTensor(yPred).clone()
    );
    const weights = weightsFor(sampleWeight, given.length);
    given.forEach((value, i) => {
      const counts = labels[i] ? this.positives : this.negatives;
      // Each count belongs to the last threshold that the prediction is above.
      const above = this.thresholds.findLastIndex(threshold => value > threshold);
      if (above >= 0) counts[above] = (counts[above] ?? 0) + (weights?.[i] ?? 1);
    });
  }

  result(): number {
    const above = (counts: Float64Array) => {
      let sum = 0;
      return Array.from(counts)
        .reverse()
        .map(count => (sum += count))
        .reverse();
    };
    const tp = above(this.positives);
    const fp = above(this.negatives);
    const [allPositive = 0, allNegative = 0] = [tp[0], fp[0]];
    const { curve = 'ROC', summationMethod = 'interpolation' } = this.options;
    if (curve === 'PR' && summationMethod === 'interpolation') {
      return interpolatedPR(tp, fp, allPositive);
    }
    const recall = tp.map(count => part(count, allPositive));
    const x = curve === 'ROC' ? fp.map(count => part(count, allNegative)) : recall;
    const y = curve === 'ROC' ? recall : tp.map((count, i) => part(count, count + (fp[i] ?? 0)));
    const height = {
      interpolation: (a: number, b: number) => (a + b) / 2,
      minoring: Math.min,
      majoring: Math.max
    }[summationMethod];
    return x
      .slice(1)
      .reduce((sum, at, i) => sum + ((x[i] ?? 0) - at) * height(y[i] ?? 0, y[i + 1] ?? 0), 0);
  }

  resetState(): void {
    this.positives.fill(0);
    this.negatives.fill(0);
  }
}

/** The area under precision over recall, along the curves that points between two would take. */
function interpolatedPR(tp: number[], fp: number[], allPositive: number): number {
  const all = tp.map((count, i) => count + (fp[i] ?? 0));
  return tp.slice(1).reduce((sum, next, i) => {
    const [t = 0, p = 0, q = 0] = [tp[i], all[i], all[i + 1]];
    const slope = part(t - next, p - q);
    const intercept = next - slope * q;
    const ratio = p > 0 && q > 0 ? p / q : 1;
    return sum + part(slope * (t - next + intercept * Math.log(ratio)), allPositive);
  }, 0);
}
