import type * as TensorFlow from '@tensorflow/tfjs';
import type { Host } from '../host';
import { use } from './tf';

/** Loads Keras over the TensorFlow.js that cells have. */
export async function begin(host: Host): Promise<object> {
  use((await host.import('@tensorflow/tfjs')) as typeof TensorFlow);
  const [keras, { equip }] = await Promise.all([
    import(/* webpackMode: 'eager' */ './index'),
    import(/* webpackMode: 'eager' */ './equip')
  ]);
  equip(host);
  return keras;
}
