import {
  broadcast_util,
  getGradient,
  registerGradient,
  scalar,
  unregisterGradient,
  type Tensor
} from '@tensorflow/tfjs';

/** The gradient by one operand, before what was broadcast is summed up. */
type ByOperand = (dy: Tensor, a: Tensor, b: Tensor) => Tensor;

/** Functions of two operands of which TensorFlow.js forgets that one may have been broadcast. */
const forgetful: Readonly<Record<string, [ByOperand, ByOperand]>> = {
  Maximum: [
    (dy, a, b) => dy.mul(a.greaterEqual(b).toFloat()),
    (dy, a, b) => dy.mul(a.less(b).toFloat())
  ],
  Minimum: [
    (dy, a, b) => dy.mul(a.lessEqual(b).toFloat()),
    (dy, a, b) => dy.mul(a.greater(b).toFloat())
  ],
  SquaredDifference: [
    (dy, a, b) => dy.mul(a.sub(b).mul(scalar(2))),
    (dy, a, b) => dy.mul(b.sub(a).mul(scalar(2)))
  ]
};

/** Puts gradients right, for every backend, that fail where an operand was broadcast. */
export function registerGradients(): void {
  for (const [kernelName, byOperands] of Object.entries(forgetful)) {
    if (getGradient(kernelName)) {
      unregisterGradient(kernelName);
    }
    registerGradient({
      kernelName,
      inputsToSave: ['a', 'b'],
      gradFunc: (dy, [a, b]) => {
        const gradient = (operand: Tensor, by: ByOperand) => () => {
          const full = by(dy as Tensor, a as Tensor, b as Tensor);
          const axes = broadcast_util.getReductionAxes(operand.shape, full.shape);
          return (axes.length > 0 ? full.sum(axes) : full).reshape(operand.shape);
        };
        return {
          a: gradient(a as Tensor, byOperands[0]),
          b: gradient(b as Tensor, byOperands[1])
        };
      }
    });
  }
}
