import type { TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import { compileKernels, type WasmKernels } from './kernels';
import { Multiplier, SCRATCH } from './multiply';

/** What our kernels need of the module that TensorFlow.js's own are in. */
interface StockModule {
  asm: { memory: WebAssembly.Memory };
  _malloc(bytes: number): number;
}

/** Our kernels over the memory of a backend. */
export interface Engine {
  kernels: WasmKernels;
  multiplier: Multiplier;
}

const engines = new WeakMap<BackendWasm, Engine>();

/** The engine of a backend, made when it is first asked for. */
export function engineOf(backend: BackendWasm): Engine {
  const known = engines.get(backend);
  if (known) {
    return known;
  }
  const stock = backend.wasm as unknown as StockModule;
  // In bytes from the start of the memory, which may lie beyond 2 GB.
  const scratch = stock._malloc(SCRATCH) >>> 0;
  const { memory } = stock.asm;
  new Uint8Array(memory.buffer, scratch, SCRATCH).fill(0);
  const kernels = compileKernels(memory);
  const engine = { kernels, multiplier: new Multiplier(kernels, scratch) };
  engines.set(backend, engine);
  return engine;
}

/** Where a tensor's elements begin. */
export const addressOf = (backend: BackendWasm, { dataId }: TensorInfo): number =>
  backend.getMemoryOffset(dataId) >>> 0;
