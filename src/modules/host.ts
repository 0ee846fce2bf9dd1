/** What a module may ask of the outside; the runtime gives it. */
export interface Host {
  /** The bytes of a wasm file of TensorFlow.js, by the name that it asks for. */
  wasm(name: string): Promise<ArrayBuffer>;
  /** The names of the wasm files there are. */
  wasmNames: readonly string[];
  /** Says that TensorFlow.js runs without wasm, many times slower, and why. */
  cpuFallback(reason: string): void;
}
