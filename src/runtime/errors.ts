import type { CellError, CellFrame, LibraryFrame } from '../lesson/errors';
import { demangle } from '../compile';
import { FileSyntaxError } from './file-error';
import { hintFor } from './hints';
import { Interrupted } from './interrupt';

/** What is kept of a cell that ran, so that its positions can be found later. */
export interface CompiledCell {
  /** The request that it ran for; a file may be used by any. */
  request?: string;
  /** The path of a file beside the notebook, where it is no cell. */
  path?: string;
  executionCount: number;
  source: string;
  /** Where a position of the generated code stands in the source; lines and columns from 1. */
  original(line: number, column: number): { line: number; column: number };
}

/** Cells whose positions are kept, so that a notebook can run for days. */
const MOST_CELLS = 500;

/** Frames of a stack trace, V8's and Firefox's way of writing them. */
const FRAME =
  /(?:at (?:async )?(?<v8>.*?) ?\(?|(?<gecko>[^@\n]*)@)(?<file>(?:cell|file)-\d+\.ts):(?<line>\d+):(?<column>\d+)/;

/** Frames in a library; its name is that of its file in the built runtime. */
const LIBRARY_FRAME =
  /(?:at (?:async )?(?:new )?(?<v8>.*?) \(|at |(?<gecko>[^@\n]*)@)(?:\S*\/)?library-(?<library>[a-z]+)\./;

/** Frames of a stack trace that are kept; with fewer a library's may leave no room for the cell's. */
const MOST_FRAMES = 100;

Error.stackTraceLimit = MOST_FRAMES;

/** Finds the learner's own positions in whatever a cell threw. */
export class ErrorReader {
  private readonly cells = new Map<string, CompiledCell>();

  remember(file: string, cell: CompiledCell): void {
    this.cells.set(file, cell);
    if (this.cells.size > MOST_CELLS) {
      const [oldest] = this.cells.keys();
      this.cells.delete(oldest ?? '');
    }
  }

  read(thrown: unknown): CellError {
    if (!isErrorLike(thrown)) {
      return { name: 'Thrown value', message: describe(thrown), frames: [] };
    }
    const stack = readString(thrown, 'stack');
    const located = this.locate(stack);
    const frames = located.map(({ frame }) => frame);
    const error: CellError = {
      name: readString(thrown, 'name') || 'Error',
      message: demangle(readString(thrown, 'message')),
      frames
    };
    const libraryFrames = this.libraryFrames(stack);
    if (libraryFrames.length > 0) {
      error.libraryFrames = libraryFrames;
    }
    const hint = hintFor(error.message);
    if (hint) {
      error.hint = hint;
    }
    const cause = readProperty(thrown, 'cause');
    if (cause !== undefined && !(thrown instanceof Interrupted)) {
      error.cause = describeCause(cause);
    }
    const sourceLine = located[0]?.sourceLine;
    if (sourceLine !== undefined) {
      error.sourceLine = sourceLine;
    }
    return thrown instanceof FileSyntaxError
      ? { ...error, frames: [thrown.frame, ...frames], sourceLine: thrown.sourceLine }
      : error;
  }

  /** The request of the outermost cell that an error came through. */
  requestOf(thrown: unknown): string | undefined {
    const stack = isErrorLike(thrown) ? readString(thrown, 'stack') : '';
    const files = stack.split('\n').map(text => FRAME.exec(text)?.groups?.file ?? '');
    return this.cells.get(files.findLast(file => this.cells.has(file)) ?? '')?.request;
  }

  private libraryFrames(stack: string): LibraryFrame[] {
    const frames: LibraryFrame[] = [];
    let after = 0;
    for (const text of stack.split('\n')) {
      if (this.cells.has(FRAME.exec(text)?.groups?.file ?? '')) {
        after++;
      }
      const match = LIBRARY_FRAME.exec(text)?.groups;
      if (match) {
        const name = (match.v8 ?? match.gecko ?? '')
          .replace(/ \[as .*/, '')
          .split('.')
          .at(-1);
        frames.push({ function: name ?? '', library: match.library ?? '', after });
      }
    }
    return frames;
  }

  private locate(stack: string): { frame: CellFrame; sourceLine: string | undefined }[] {
    return stack.split('\n').flatMap(text => {
      const match = FRAME.exec(text)?.groups;
      const cell = match && this.cells.get(match.file ?? '');
      if (!cell) {
        return [];
      }
      const position = cell.original(Number(match.line), Number(match.column));
      const frame: CellFrame = {
        function: functionName(match.v8 ?? match.gecko ?? ''),
        cell: cell.executionCount,
        ...(cell.path === undefined ? {} : { file: cell.path }),
        ...position
      };
      return { frame, sourceLine: cell.source.split(/\r?\n/)[position.line - 1] };
    });
  }
}

/** The cell itself runs as a nameless function, which a learner never wrote. */
function functionName(name: string): string {
  return /^(eval|<anonymous>|Object\.<anonymous>|async\*?|$)/.test(name) ? '' : demangle(name);
}

function isErrorLike(thrown: unknown): thrown is object {
  return (
    thrown instanceof Error ||
    (typeof thrown === 'object' && thrown !== null && 'stack' in thrown && 'message' in thrown)
  );
}

/** A learner's error may have getters that throw, so that nothing of it can be taken as given. */
function readProperty(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}

function readString(object: object, key: string): string {
  const value = readProperty(object, key);
  return typeof value === 'string' ? value : '';
}

function describeCause(cause: unknown): string {
  return isErrorLike(cause)
    ? `${readString(cause, 'name')}: ${readString(cause, 'message')}`
    : describe(cause);
}

function describe(value: unknown): string {
  try {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
