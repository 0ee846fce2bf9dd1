/**
 * From the page to the sandboxed frame that holds a worker. The worker itself and the page talk
 * through a port that the frame only hands over.
 */
export type ToFrame =
  /** Starts the worker from the source of its entry module, with its end of the port. */
  | { kind: 'start'; entry: ArrayBuffer; port: MessagePort }
  /** Stops a request that computes; with the address that it polls, where no memory is shared. */
  | { kind: 'interrupt'; serial: number; url: string | undefined }
  /** Asks whether the frame is there. */
  | { kind: 'ping' };

/** From the sandboxed frame to the page. */
export type FromFrame =
  | { kind: 'loaded' }
  | { kind: 'pong' }
  /** An address for requests to poll until it is given in an interrupt, where no memory is shared. */
  | { kind: 'interruptUrl'; url: string }
  /** The worker ended by an error that no cell caught. */
  | { kind: 'crashed'; reason: string };

/** The first message to a new worker. */
export interface WorkerStart {
  /** Address of the entry module. */
  entry: string;
  /** Leads to the page. */
  port: MessagePort;
  /** One 32-bit integer in shared memory: the serial of the request to interrupt. */
  interruptFlag?: SharedArrayBuffer;
}
