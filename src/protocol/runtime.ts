import type { CellError } from '../lesson/errors';
import type { Notice } from './notices';

export type { CellError, CellFrame } from '../lesson/errors';

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A value in one or more MIME types, as Jupyter's `display_data` carries it. */
export type MimeBundle = Record<string, Json>;

/** What to run. */
export interface ExecuteRequest {
  /** Identifies the request; every output of the cell carries it, however late it comes. */
  id: string;
  /** Counts the requests of one worker from 1; an interrupt names the request by it. */
  serial: number;
  code: string;
  /** The number in `[3]`, which names the cell in stack traces. */
  executionCount: number;
  /** The result is not shown. */
  silent: boolean;
  /** Expressions to evaluate once the cell has run, by the name their value is returned under. */
  userExpressions: Record<string, string>;
}

/** The value of one user expression. */
export type ExpressionOutcome = { ok: true; data: MimeBundle } | { ok: false; error: CellError };

/** How a cell ended. */
export type ExecuteOutcome =
  | { status: 'ok'; userExpressions: Record<string, ExpressionOutcome> }
  | { status: 'error'; error: CellError }
  /** Stopped by an interrupt; every variable is kept. */
  | { status: 'interrupted'; error: CellError };

/** From the host (page or Node) to the worker. */
export type ToRuntime =
  | {
      kind: 'execute';
      request: ExecuteRequest;
      /** A `blob:` address that is revoked to interrupt; absent where memory is shared. */
      interruptUrl?: string;
    }
  /** Ends a cell that is waiting; one that computes sees the flag or the revoked address. */
  | { kind: 'interrupt'; serial: number }
  /** A file that the worker asked for. */
  | { kind: 'file'; name: string; bytes: ArrayBuffer }
  | { kind: 'fileFailed'; name: string; reason: string };

/** From the worker to the host. */
export type FromRuntime =
  | { kind: 'ready' }
  /** Asks for a file of the built runtime by its name in the manifest. */
  | { kind: 'requestFile'; name: string }
  | { kind: 'stream'; request: string; name: 'stdout' | 'stderr'; text: string }
  | {
      kind: 'display';
      request: string;
      data: MimeBundle;
      /** Names the display for later updates. */
      displayId: string;
      /** Replaces what the display with this id shows. */
      update: boolean;
    }
  | { kind: 'result'; request: string; data: MimeBundle }
  | { kind: 'clearOutput'; request: string; wait: boolean }
  /** An error that no cell was there to catch: in a timer, or in a promise nobody awaited. */
  | { kind: 'uncaught'; request: string; error: CellError }
  | { kind: 'notice'; request: string; notice: Notice }
  | { kind: 'done'; request: string; outcome: ExecuteOutcome };

/** What `manifest.json` of the built runtime says; the host gives a worker these files only. */
export interface RuntimeManifest {
  /** The worker's module. */
  entry: string;
  /** The script inside the sandboxed frame that holds the worker. */
  frame: string;
  /** Modules that the entry loads when they are first needed. */
  chunks: string[];
  /** The wasm files of TensorFlow.js, by the names that it asks for. */
  wasm: Record<string, string>;
}
