import type { CellError } from '../lesson/errors';
import type { Notice } from './notices';
import type { OutsideAnswer, OutsideRequest } from './outside';

export type { CellError, CellFrame, LibraryFrame } from '../lesson/errors';

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

/** Whether a source may be run as it is, needs more lines, or is wrong whatever follows. */
export type Completeness =
  | { status: 'complete' | 'invalid' | 'unknown' }
  /** With the blanks to begin the next line with. */
  | { status: 'incomplete'; indent: string };

/** What a comm carries: a JSON value, and bytes beside it. */
export interface CommPayload {
  data: Json;
  metadata: Record<string, Json>;
  buffers: ArrayBuffer[];
}

/** One step of a comm, the two-way line between a cell and a part of the front end. */
export type CommEvent =
  | ({ type: 'open'; comm: string; target: string } & CommPayload)
  | ({ type: 'message' | 'close'; comm: string } & CommPayload);

/** The kernel's answer to a cell that asks for a line of text. */
export type InputAnswer = { ok: true; value: string } | { ok: false; why: 'notAllowed' | 'noCell' };

/** From the host (page or Node) to the worker. */
export type ToRuntime =
  | {
      kind: 'execute';
      request: ExecuteRequest;
      /** A `blob:` address that is revoked to interrupt; absent where memory is shared. */
      interruptUrl?: string;
    }
  /**
   * Ends a cell that is waiting; what computes, be it a cell or what it has left behind, sees the
   * flag or the revoked address.
   */
  | { kind: 'interrupt'; serial: number }
  /** A file that the worker asked for. */
  | { kind: 'file'; name: string; bytes: ArrayBuffer }
  | { kind: 'fileFailed'; name: string; reason: string }
  /** So many bytes of a data set's file have come. */
  | { kind: 'fileProgress'; name: string; loaded: number; total: number }
  | { kind: 'outside'; question: number; answer: OutsideAnswer }
  /** Asks whether a source is complete. */
  | { kind: 'isComplete'; question: number; code: string }
  | { kind: 'input'; question: number; answer: InputAnswer }
  /** What the front end does with a comm; what its handlers put out belongs to the request. */
  | { kind: 'comm'; request: string; event: CommEvent }
  /** Whether a comm that a cell wants to open may be. */
  | { kind: 'commOpened'; comm: string; allowed: boolean };

/** From the worker to the host. */
export type FromRuntime =
  | { kind: 'ready' }
  /** An interrupt has been heard; the worker takes messages again. */
  | { kind: 'listening' }
  /** Asks for a file of the built runtime by its name in the manifest. */
  | { kind: 'requestFile'; name: string }
  /** Asks for something beside the notebook or from a network. */
  | { kind: 'outside'; question: number; asked: OutsideRequest }
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
  | { kind: 'completeness'; question: number; completeness: Completeness }
  /** A cell asks the learner for a line of text. */
  | { kind: 'input'; request: string; question: number; prompt: string; password: boolean }
  | { kind: 'comm'; request: string; event: CommEvent }
  /** The handlers for what the front end did with a comm have run. */
  | { kind: 'commHandled'; request: string }
  | { kind: 'done'; request: string; outcome: ExecuteOutcome };

/** Hears how many bytes of a file have come, and how many there are. */
export type OnProgress = (loaded: number, total: number) => void;

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
  /** The files of the data sets, by the names that they are asked for, and their bytes. */
  data: Record<string, { file: string; size: number }>;
}
