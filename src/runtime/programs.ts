import { compile, load, type CellFunction, type CompileError } from '../compile';
import type { CellError } from '../lesson/errors';
import type { Boxes, CellHost } from './boxes';
import type { Deadline } from './deadline';
import type { ErrorReader } from './errors';
import type { Flow } from './flow';
import type { InterruptSignal } from './interrupt';
import type { Output } from './output';

/** What running code works with. */
export interface ProgramParts {
  output: Output;
  flow: Flow;
  signal: InterruptSignal;
  /** Gives a cell the module of this name. */
  import(specifier: string): Promise<object>;
}

/** Makes cells ready to run, and runs them. */
export class Programs {
  /** When learner code that a check calls is to stop. */
  deadline: Deadline | undefined;

  constructor(
    private readonly parts: ProgramParts,
    private readonly errors: ErrorReader
  ) {}

  /** Makes a cell ready to run; what is wrong with its text is found here. */
  compile(task: Task): Prepared {
    return this.prepare(task)(task);
  }

  /** Compiles a text, which can then run any number of times. */
  prepare(task: Task): (task: Task) => Prepared {
    const { request, source, file, executionCount, boxes } = task;
    const compiled = compile(source, {
      file,
      declared: boxes.kinds(),
      isGlobal: name => name in globalThis
    });
    if (!compiled.ok) {
      return () => ({ ok: false, error: syntaxError(compiled.error, task) });
    }
    const loaded = load(compiled, source);
    if (!loaded.ok) {
      return () => ({ ok: false, error: syntaxError(loaded.error, task) });
    }
    const { map } = compiled;
    this.errors.remember(file, {
      request,
      executionCount,
      source,
      original: (line, column) => map.original(line, column)
    });
    return task => ({ ok: true, run: () => this.runLoaded(loaded.run, task) });
  }

  /** What all learner code runs with, apart from what it imports. */
  host(deadline?: Task['deadline']): Omit<CellHost, 'import' | 'link'> {
    const { output, flow, signal } = this.parts;
    return {
      check: line => {
        output.flushIfDue();
        (deadline ?? this.deadline)?.check(line);
        return signal.check(line);
      },
      now: flow.now,
      back: flow.back,
      blame: flow.blame
    };
  }

  private async runLoaded(cell: CellFunction, { boxes, deadline }: Task): Promise<unknown> {
    const scope = boxes.scope({ ...this.host(deadline), import: this.parts.import });
    try {
      return await cell(scope);
    } finally {
      boxes.settle();
    }
  }
}

/** Something to compile and run. */
export interface Task {
  /** The request that it runs for. */
  request: string;
  source: string;
  /** Its name in stack traces. */
  file: string;
  executionCount: number;
  boxes: Boxes;
  /** When it is to stop, where it has a limit of its own. */
  deadline?: Pick<Deadline, 'check'>;
}

/** A cell that is ready, or what is wrong with its text. */
export type Prepared = { ok: true; run: () => Promise<unknown> } | { ok: false; error: CellError };

/** An error of a cell that never ran, at the place that the compiler found. */
function syntaxError(error: CompileError, { source, executionCount }: Task): CellError {
  const { name, message, line, column } = error;
  const frame = { function: '', cell: executionCount, line, column };
  const sourceLine = source.split(/\r?\n/)[line - 1] ?? '';
  return { name, message, frames: [frame], sourceLine };
}
