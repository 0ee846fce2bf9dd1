import type { MimeBundle } from '../../protocol/runtime';
import { arrayHtml } from './grid';
import type { ArrayData, ArrayDtype } from '../../modules/numpy/printing/elements';
import { formatArray } from '../../modules/numpy/printing/layout';
import type { Formatter } from './registry';

/** What is asked of a TensorFlow.js tensor or variable; any copy of the library fits. */
interface TensorLike {
  shape: readonly number[];
  dtype: ArrayDtype;
  dataId: object;
  /** A variable's name and whether it is trained; a tensor has no `trainable`. */
  name?: string;
  trainable?: boolean;
  isDisposed: boolean;
  dataSync(): ArrayData;
  data(): Promise<ArrayData>;
}

function isTensor(value: unknown): value is TensorLike {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'dataId' in value &&
    'shape' in value &&
    Array.isArray(value.shape) &&
    'dtype' in value &&
    typeof value.dtype === 'string' &&
    'dataSync' in value &&
    typeof value.dataSync === 'function'
  );
}

const kindOf = (tensor: TensorLike) => (tensor.trainable === undefined ? 'tensor' : 'variable');
const shapeOf = (tensor: TensorLike) => `[${tensor.shape.join(', ')}]`;
const headerOf = (tensor: TensorLike) => `${kindOf(tensor)} ${tensor.dtype} ${shapeOf(tensor)}`;

const disposedText = (tensor: TensorLike) =>
  `${headerOf(tensor)}: disposed, its values are gone (dispose() or tidy() freed its memory).`;

const textOf = (tensor: TensorLike, data: ArrayData) =>
  `${headerOf(tensor)}\n${formatArray(data, tensor.shape, tensor.dtype)}`;

function bundleOf(tensor: TensorLike, data: ArrayData): MimeBundle {
  const bundle: MimeBundle = { 'text/plain': textOf(tensor, data) };
  const caption = `${kindOf(tensor)} · ${tensor.dtype} · ${shapeOf(tensor)}`;
  const html = arrayHtml(data, tensor.shape, tensor.dtype, caption);
  if (html !== undefined) bundle['text/html'] = html;
  return bundle;
}

/** Tensors and variables: dtype, shape and the values laid out NumPy's way. */
export const tensorFormatter: Formatter<TensorLike> = {
  matches: isTensor,
  render(tensor) {
    if (tensor.isDisposed) return { 'text/plain': disposedText(tensor) };
    let data: ArrayData;
    try {
      data = tensor.dataSync();
    } catch {
      // A backend such as WebGPU has no values at hand and gives them later only.
      return tensor.data().then(later => bundleOf(tensor, later));
    }
    return bundleOf(tensor, data);
  },
  text(tensor) {
    if (tensor.isDisposed) return disposedText(tensor);
    try {
      return textOf(tensor, tensor.dataSync());
    } catch {
      return headerOf(tensor);
    }
  },
  label(tensor) {
    const header = headerOf(tensor);
    return tensor.isDisposed ? `${header}, disposed` : header;
  }
};
