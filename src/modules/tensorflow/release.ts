/** Bytes that tensors may come to hold before the garbage collector is brought to look at them. */
const STEP = 64 * 2 ** 20;

/** What is known of a tensor once it is gone; enough for the engine to give its memory back. */
interface Remains {
  dataId: object;
  dtype: string;
  shape: number[];
  size: number;
}

/** What is asked of TensorFlow.js's engine; every tensor passes these two when it comes and goes. */
export interface TensorEngine {
  readonly state: { readonly numBytes: number };
  trackTensor(tensor: Remains, backend: unknown): void;
  disposeTensor(tensor: Remains): void;
}

/**
 * Gives back the memory of tensors that nothing refers to any more, as Python does, so that a cell
 * that is run again and again without `tidy` does not fill the memory. Tensors are let go some
 * time after the cell that dropped them has ended or waits; what is disposed before that, and
 * variables, which the engine itself refers to by name, are not touched.
 */
export function releaseUnreachable(engine: TensorEngine): void {
  let seen = engine.state.numBytes;
  const track = engine.trackTensor.bind(engine);
  const dispose = engine.disposeTensor.bind(engine);
  const registry = new FinalizationRegistry<Remains>(remains => {
    dispose(remains);
    seen = Math.min(seen, engine.state.numBytes);
  });
  engine.trackTensor = (tensor, backend) => {
    track(tensor, backend);
    const { dataId, dtype, shape, size } = tensor;
    registry.register(tensor, { dataId, dtype, shape, size }, tensor);
    if (engine.state.numBytes > seen + STEP) {
      seen = engine.state.numBytes;
      pressCollector();
    }
  };
  engine.disposeTensor = tensor => {
    registry.unregister(tensor);
    dispose(tensor);
  };
}

/**
 * The collector does not see the memory that small objects stand for in wasm, and would not start.
 * It counts buffers by their length, also this one, whose pages are never touched.
 */
function pressCollector(): void {
  new ArrayBuffer(STEP);
}
