import type { Hint, HintId } from '../lesson/hints';
import type { Translate } from './words';

const SENTENCES: Record<HintId, string> = {
  innerShapes:
    'Look at the shapes [%3] and [%4]: a matrix product needs as many columns on the left (%1) as rows on the right (%2).',
  innerSizes:
    'Look at the shapes: a matrix product needs as many columns on the left as rows on the right, and here they are %1 and %2.',
  broadcast:
    'Look at the shapes [%1] and [%2] from the right: each pair of lengths must be equal, or one of the two must be 1.',
  elementCount: 'Look at the number of elements: %1 of them do not fit into the shape [%2].',
  joinShapes:
    'Look at the shapes [%1] and [%2]: what is joined must have the same lengths along all other axes.',
  joinSizes:
    'Look at axis %1, along which the lengths are %2 and %3: what is joined must have the same lengths along all other axes.',
  disposed:
    'Look at what disposed of this tensor before: dispose(), or tf.tidy(), which frees all that it does not return.',
  dtype:
    "Look at the dtype of '%1': %2 takes %3 here and was given %4; tf.cast(x, '%3') makes one of the other.",
  notTensor:
    "Look at '%1': %2 needs a tensor or numbers there and was given %3. Was it declared, and did its function return something?",
  modelInput:
    'Look at the shape of the data: the model wants [%1], where null stands for any number of examples, and was given [%2].',
  notCompiled: 'Call model.compile(…) before this line, so that there is a loss to train by.',
  outOfBounds: 'Look at index %1: axis %2 has %3 elements, and the first one has the index 0.',
  noAxis: 'Look at the axis: an array of %2 dimensions has no axis %1; axes count from 0.'
};

/** The sentence that says what to look at. */
export function wordHint({ id, args }: Hint, __: Translate): string {
  return __(SENTENCES[id], ...args.map(arg => arg.replaceAll(/\s/g, '').replaceAll(',', ', ')));
}
