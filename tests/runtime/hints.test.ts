import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { wordTraceback, untranslated } from '../../src/kernel/words';
import * as np from '../../src/modules/numpy';
import { ErrorReader } from '../../src/runtime/errors';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** What a learner who forgot a type reaches. */
const untyped = { tf, np } as unknown as Record<
  'tf' | 'np',
  Record<string, (...args: unknown[]) => unknown>
>;

const model = (): tf.Sequential =>
  tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3] })] });

/** Mistakes, and a part of the sentence that says what to look at. */
const mistakes: Record<string, [run: () => unknown, hint: string]> = {
  'a matrix product': [
    () => tf.matMul(tf.ones([2, 3]), tf.ones([4, 5])),
    'shapes [2, 3] and [4, 5]: a matrix product needs as many columns on the left (3) as rows on the right (4)'
  ],
  'a matrix product of arrays': [
    () => np.matmul(np.ones([2, 3]), np.ones([4, 5])),
    'columns on the left as rows on the right'
  ],
  broadcasting: [
    () => tf.add(tf.ones([2, 3]), tf.ones([4])),
    'shapes [2, 3] and [4] from the right'
  ],
  'broadcasting of arrays': [
    () => np.add(np.ones([2, 3]), np.ones([4])),
    'shapes [2, 3] and [4] from the right'
  ],
  'a new shape': [() => tf.ones([6]).reshape([4, 2]), '6 of them do not fit into the shape [4, 2]'],
  'a new shape of an array': [
    () => np.ones([6]).reshape([4, 2]),
    '6 of them do not fit into the shape [4, 2]'
  ],
  'values for a shape': [
    () => tf.tensor([1, 2, 3], [2, 2]),
    '3 of them do not fit into the shape [2, 2]'
  ],
  'a disposed tensor': [
    () => {
      const gone = tf.ones([2]);
      gone.dispose();
      return gone.add(1);
    },
    'dispose(), or tf.tidy()'
  ],
  'a dtype': [() => tf.sin(tf.tensor(['a'])), "dtype of 'x': sin takes"],
  'no tensor': [() => untyped.tf.add?.(undefined, 1), "Look at 'a': add needs a tensor"],
  'what is joined': [
    () => tf.concat([tf.ones([2, 3]), tf.ones([2, 2])]),
    'same lengths along all other axes'
  ],
  'arrays that are joined': [
    () => np.concatenate([np.ones([2, 3]), np.ones([2, 2])]),
    'Look at axis 1, along which the lengths are 3 and 2'
  ],
  'the input of a model': [
    () => model().predict(tf.ones([2, 4])),
    'the model wants [null, 3], where null stands for any number of examples, and was given [2, 4]'
  ],
  'a model that is not compiled': [
    () => model().fit(tf.ones([2, 3]), tf.ones([2, 1])),
    'Call model.compile(…) before this line'
  ],
  'an axis': [() => untyped.np.sum?.(np.ones([3]), { axis: 2 }), 'has no axis 2']
};

test.each(Object.entries(mistakes))('says what to look at: %s', async (_, [run, hint]) => {
  const thrown: unknown = await Promise.resolve()
    .then(run)
    .then(
      () => 'nothing was thrown',
      (error: unknown) => error
    );
  const traceback = wordTraceback(new ErrorReader().read(thrown), {
    translate: untranslated,
    libraryFrames: () => false
  });
  expect(traceback.join('\n')).toContain(hint);
});

test('other errors are left alone', () => {
  expect(new ErrorReader().read(new Error('the index of a book')).hint).toBeUndefined();
});
