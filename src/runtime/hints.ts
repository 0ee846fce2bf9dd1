import type { Hint, HintId } from '../lesson/hints';

const SHAPE = String.raw`[[(]?([\d,\snul]*?),?[\])]?`;

/** Errors of TensorFlow.js and NumPy by their messages, whose groups are what the hint needs. */
const KNOWN: readonly (readonly [HintId, RegExp])[] = [
  [
    'innerShapes',
    new RegExp(
      `inner shapes \\((\\d+)\\) and \\((\\d+)\\) of Tensors with shapes ${SHAPE} and ${SHAPE} and`
    )
  ],
  ['innerSizes', /matmul: .*\(size (\d+) is different from (\d+)\)/],
  ['innerSizes', /^shapes .* not aligned: (\d+) \(dim \d+\) != (\d+)/],
  [
    'broadcast',
    new RegExp(`could not be broadcast together with shapes ${SHAPE} and ${SHAPE}\\.?$`, 'i')
  ],
  ['broadcast', /could not be broadcast together with shapes \((.*?),?\) \((.*?),?\)\s*$/],
  ['elementCount', new RegExp(`^Size\\((\\d+)\\) must match the product of shape ${SHAPE}$`)],
  ['elementCount', /^cannot reshape array of size (\d+) into shape \((.*?),?\)$/],
  [
    'elementCount',
    /^Based on the provided shape, \[(?<shape>.*?)\], the tensor should have \d+ values but has (?<size>\d+)/
  ],
  [
    'joinShapes',
    /^Error in concat\w*: Shape of tensors\[\d+\] \((.*?)\) does not match the shape of the rest \((.*?)\)/
  ],
  [
    'joinSizes',
    /concatenation axis must match exactly, but along dimension (\d+), .* has size (\d+) and .* has size (\d+)$/
  ],
  ['disposed', /^(?:Tensor is disposed\.|LayersVariable .* is already disposed\.)/],
  ['dtype', /^Argument '(\w+)' passed to '(\w+)' must be (\w+) tensor, but got (\w+) tensor/],
  [
    'notTensor',
    /^Argument '(\w+)' passed to '(\w+)' must be a Tensor or TensorLike, but got '(\w+)'/
  ],
  [
    'modelInput',
    /^Error when checking [\w ]*: expected \S+ to have (?:shape )?\[?(.*?)\]?(?: dimension\(s\))?,? but got array with shape \[?(.*?)\]?\.?$/
  ],
  ['notCompiled', /(?:needs to be compiled|must (?:be compiled|compile (?:a|the) model)) before/i],
  ['outOfBounds', /^index (-?\d+) is out of bounds for axis (\d+) with size (\d+)$/],
  ['noAxis', /^axis (-?\d+) is out of bounds for array of dimension (\d+)$/]
];

/** What to look at when a library reports this; `undefined` where the message is not known. */
export function hintFor(message: string): Hint | undefined {
  for (const [id, pattern] of KNOWN) {
    const match = pattern.exec(message);
    if (match) {
      const { shape, size } = match.groups ?? {};
      return { id, args: shape === undefined ? match.slice(1) : [size ?? '', shape] };
    }
  }
  return undefined;
}
