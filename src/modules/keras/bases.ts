import type { DataType, Tensor, serialization } from '@tensorflow/tfjs';
import { tf } from './tf';

type Class<T> = abstract new () => T;

/** TensorFlow.js does not export the classes that its layers look for; they are those above. */
const above = <T>(instance: object): Class<T> =>
  Object.getPrototypeOf(instance.constructor as object) as Class<T>;

interface InitializerBase extends serialization.Serializable {
  apply(shape: number[], dtype?: DataType): Tensor;
}

interface FunctionBase extends serialization.Serializable {
  apply(x: Tensor): Tensor;
}

/** The class of everything that gives weights their first values. */
export const InitializerClass = above<InitializerBase>(tf.initializers.ones());

/** The class of everything that adds to the loss by the size of weights. */
export const RegularizerClass = above<FunctionBase>(tf.regularizers.l1l2());

/** The class of everything that keeps weights within bounds. */
export const ConstraintClass = above<FunctionBase>(tf.constraints.nonNeg());
