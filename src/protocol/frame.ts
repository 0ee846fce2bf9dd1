import type { FromRuntime, ToRuntime } from './runtime';

/** From the page to the sandboxed frame that holds a worker. */
export type ToFrame =
  /** Starts the worker from the source of its entry module. */
  | { kind: 'start'; entry: ArrayBuffer }
  | { kind: 'toRuntime'; message: ToRuntime }
  /** Asks whether the frame is there. */
  | { kind: 'ping' }
  /** The page has taken so many messages of the worker's, and can take as many more. */
  | { kind: 'taken'; count: number };

/** From the sandboxed frame to the page. */
export type FromFrame =
  | { kind: 'loaded' }
  | { kind: 'pong' }
  | { kind: 'fromRuntime'; message: FromRuntime }
  /** The worker ended by an error that no cell caught, or because it sent too much. */
  | { kind: 'crashed'; reason: string };

/** The first message to a new worker. */
export interface WorkerStart {
  /** Address of the entry module. */
  entry: string;
  /** One 32-bit integer in shared memory: the serial of the request to interrupt. */
  interruptFlag?: SharedArrayBuffer;
}
