import type { FromRuntime, ToRuntime } from '../protocol/runtime';

/** A worker that runs cells, wherever it lives: in a sandboxed frame or in a thread of Node. */
export interface RuntimeWorker {
  post(message: ToRuntime): void;
  /** Ends the worker at once; nothing is heard of it afterwards. */
  terminate(): void;
}

/** What a worker reports. */
export interface RuntimeEvents {
  message(message: FromRuntime): void;
  /** The worker ended by itself; without a reason where it fell silent. */
  crashed(reason: string | undefined): void;
}

/** Starts workers; the one thing that differs between the hosts. */
export interface RuntimeHost {
  spawn(events: RuntimeEvents): RuntimeWorker;
}
