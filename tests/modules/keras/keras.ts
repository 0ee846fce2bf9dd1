import * as tf from '@tensorflow/tfjs';
import { use } from '../../../src/modules/keras/tf';

use(tf);
await tf.setBackend('cpu');

/** Keras over TensorFlow.js on the cpu. */
export const keras = await import('../../../src/modules/keras');
export { tf };
