import { makeable } from './callable';
import { ValueError } from './errors';
import { noteRecipe } from './recipes';

/** A learning rate that follows from the number of steps that have been taken. */
export interface LearningRateSchedule {
  (step: number): number;
}

function schedule(
  kind: string,
  args: readonly unknown[],
  steps: number,
  rateAt: (step: number) => number
): LearningRateSchedule {
  if (steps <= 0) {
    const name = kind === 'CosineDecayRestarts' ? 'first_decay_steps' : 'decay_steps';
    throw new ValueError(`Argument \`${name}\` must be > 0. Received: ${name}=${steps}`);
  }
  return noteRecipe(rateAt, kind, args);
}

/**
 * Multiplied by `decayRate` every `decaySteps` steps, evenly or, with `staircase`, at once.
 * Keras: `keras.optimizers.schedules.ExponentialDecay`.
 */
export const ExponentialDecay = makeable(
  (
    initialLearningRate: number,
    decaySteps: number,
    decayRate: number,
    { staircase = false }: { staircase?: boolean } = {}
  ) =>
    schedule(
      'ExponentialDecay',
      [initialLearningRate, decaySteps, decayRate, { staircase }],
      decaySteps,
      step => {
        const part = step / decaySteps;
        return initialLearningRate * decayRate ** (staircase ? Math.floor(part) : part);
      }
    )
);

/**
 * Divided by `1 + decayRate * step / decaySteps`.
 * Keras: `keras.optimizers.schedules.InverseTimeDecay`.
 */
export const InverseTimeDecay = makeable(
  (
    initialLearningRate: number,
    decaySteps: number,
    decayRate: number,
    { staircase = false }: { staircase?: boolean } = {}
  ) =>
    schedule(
      'InverseTimeDecay',
      [initialLearningRate, decaySteps, decayRate, { staircase }],
      decaySteps,
      step => {
        const part = step / decaySteps;
        return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(part) : part));
      }
    )
);

/**
 * `values[0]` up to the step `boundaries[0]`, `values[1]` up to the next, and so on.
 * Keras: `keras.optimizers.schedules.PiecewiseConstantDecay`.
 * @throws ValueError unless there is one value more than boundaries
 */
export const PiecewiseConstantDecay = makeable(
  (boundaries: readonly number[], values: readonly number[]) => {
    if (boundaries.length !== values.length - 1) {
      throw new ValueError(
        'The length of boundaries should be 1 less than the length of values. ' +
          `Received: boundaries=[${boundaries.join(', ')}] of length ${boundaries.length}, ` +
          `and values=[${values.join(', ')}] of length ${values.length}.`
      );
    }
    return schedule('PiecewiseConstantDecay', [boundaries, values], 1, step => {
      const found = boundaries.findIndex(boundary => step <= boundary);
      return values.at(found) ?? 0;
    });
  }
);

/**
 * From the first rate to `endLearningRate` (0.0001) over `decaySteps` steps, along a power (1).
 * Keras: `keras.optimizers.schedules.PolynomialDecay`.
 */
export const PolynomialDecay = makeable(
  (
    initialLearningRate: number,
    decaySteps: number,
    {
      endLearningRate = 0.0001,
      power = 1,
      cycle = false
    }: { endLearningRate?: number; power?: number; cycle?: boolean } = {}
  ) =>
    schedule(
      'PolynomialDecay',
      [initialLearningRate, decaySteps, { endLearningRate, power, cycle }],
      decaySteps,
      step => {
        const steps = cycle ? decaySteps * Math.max(1, Math.ceil(step / decaySteps)) : decaySteps;
        const part = (cycle ? step : Math.min(step, steps)) / steps;
        return (initialLearningRate - endLearningRate) * (1 - part) ** power + endLearningRate;
      }
    )
);

const cosine = (part: number, alpha: number) =>
  (1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * part)) + alpha;

/**
 * Down along half a cosine to `alpha` (0) of the first rate; before that, where a `warmupTarget` is
 * given, up to it in `warmupSteps`. Keras: `keras.optimizers.schedules.CosineDecay`.
 */
export const CosineDecay = makeable(
  (
    initialLearningRate: number,
    decaySteps: number,
    {
      alpha = 0,
      warmupTarget,
      warmupSteps = 0
    }: { alpha?: number; warmupTarget?: number; warmupSteps?: number } = {}
  ) =>
    schedule(
      'CosineDecay',
      [initialLearningRate, decaySteps, { alpha, warmupTarget, warmupSteps }],
      decaySteps,
      step => {
        if (warmupTarget === undefined) {
          return initialLearningRate * cosine(Math.min(step, decaySteps) / decaySteps, alpha);
        }
        const at = Math.min(step, decaySteps + warmupSteps);
        return at < warmupSteps
          ? initialLearningRate + (warmupTarget - initialLearningRate) * (at / warmupSteps)
          : warmupTarget * cosine((at - warmupSteps) / decaySteps, alpha);
      }
    )
);

/**
 * Half a cosine again and again, each `tMul` (2) times as long and `mMul` (1) times as high as the
 * one before. Keras: `keras.optimizers.schedules.CosineDecayRestarts`.
 */
export const CosineDecayRestarts = makeable(
  (
    initialLearningRate: number,
    firstDecaySteps: number,
    { tMul = 2, mMul = 1, alpha = 0 }: { tMul?: number; mMul?: number; alpha?: number } = {}
  ) =>
    schedule(
      'CosineDecayRestarts',
      [initialLearningRate, firstDecaySteps, { tMul, mMul, alpha }],
      firstDecaySteps,
      step => {
        let part = step / firstDecaySteps;
        let restarts = Math.floor(part);
        if (tMul === 1) {
          part -= restarts;
        } else {
          restarts = Math.floor(Math.log(1 - part * (1 - tMul)) / Math.log(tMul));
          part = (part - (1 - tMul ** restarts) / (1 - tMul)) / tMul ** restarts;
        }
        const wave = 0.5 * mMul ** restarts * (1 + Math.cos(Math.PI * part));
        return initialLearningRate * ((1 - alpha) * wave + alpha);
      }
    )
);
