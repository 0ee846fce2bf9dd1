/** What a mistake with tensors or arrays is about. */
export type HintId =
  | 'innerShapes'
  | 'innerSizes'
  | 'broadcast'
  | 'elementCount'
  | 'joinShapes'
  | 'joinSizes'
  | 'disposed'
  | 'dtype'
  | 'notTensor'
  | 'modelInput'
  | 'notCompiled'
  | 'outOfBounds'
  | 'noAxis';

/** Says what to look at in one sentence, which the page puts into words. */
export interface Hint {
  id: HintId;
  /** Shapes, sizes and names, in the order in which the sentence has them. */
  args: string[];
}
