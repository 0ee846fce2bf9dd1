import { compile, load, type CellFunction, type CompileError } from '../compile';
import type { CellError } from '../lesson/errors';
import type {
  ExecuteOutcome,
  ExecuteRequest,
  ExpressionOutcome,
  FromRuntime,
  MimeBundle
} from '../protocol/runtime';
import { Boxes } from './boxes';
import { render } from './display';
import type { Displays } from './displays';
import { ErrorReader } from './errors';
import type { Imports } from './imports';
import { Interrupted, type InterruptSignal } from './interrupt';
import type { Output } from './output';

/** What a session works with. */
export interface SessionParts {
  post(message: FromRuntime): void;
  output: Output;
  displays: Displays;
  imports: Imports;
  signal: InterruptSignal;
}

interface Running {
  serial: number;
  /** Ends a cell that waits for something. */
  interrupt(error: Interrupted): void;
}

/** Runs cells one after the other over the same variables. */
export class Session {
  private readonly boxes = new Boxes();
  private readonly errors = new ErrorReader();
  private running: Running | undefined;

  constructor(private readonly parts: SessionParts) {}

  /** Runs a cell and reports how it ended; never rejects. */
  async execute(request: ExecuteRequest, interruptUrl: string | undefined): Promise<void> {
    const { output, displays, signal, post } = this.parts;
    output.begin(request.id);
    signal.begin(request.serial, interruptUrl);
    const interrupted = new Promise<never>((_, reject) => {
      this.running = { serial: request.serial, interrupt: reject };
    });
    interrupted.catch(() => undefined);

    let outcome: ExecuteOutcome;
    try {
      outcome = await this.run(request, interrupted);
      await Promise.race([displays.settle(), interrupted]);
    } catch (thrown) {
      await Promise.race([displays.settle(), interrupted]).catch(() => undefined);
      const error = this.errors.read(thrown);
      outcome = { status: thrown instanceof Interrupted ? 'interrupted' : 'error', error };
    }
    this.running = undefined;
    output.flush();
    post({ kind: 'done', request: request.id, outcome });
  }

  /** Ends the request with this serial if it waits; one that computes sees the signal itself. */
  interrupt(serial: number): void {
    if (this.parts.signal.stop(serial) && this.running?.serial === serial) {
      this.running.interrupt(new Interrupted(0));
    }
  }

  /** Reports an error that nothing caught, under the cell that runs or ran last. */
  uncaught(thrown: unknown): void {
    // A cell that was interrupted while it waited goes on until its next check.
    if (thrown instanceof Interrupted) {
      return;
    }
    const { output, post } = this.parts;
    output.flush();
    post({ kind: 'uncaught', request: output.current, error: this.errors.read(thrown) });
  }

  private async run(request: ExecuteRequest, interrupted: Promise<never>): Promise<ExecuteOutcome> {
    const compiled = this.compile(request);
    if (!compiled.ok) {
      return { status: 'error', error: compiled.error };
    }
    const value = await Promise.race([compiled.run(), interrupted]);
    if (!request.silent && value !== undefined && !this.parts.displays.isHandle(value)) {
      const data = await Promise.race([render(value), interrupted]);
      this.parts.output.result(data);
    }
    const userExpressions: Record<string, ExpressionOutcome> = {};
    for (const [name, code] of Object.entries(request.userExpressions)) {
      userExpressions[name] = await Promise.race([this.evaluate(request, code), interrupted]);
    }
    return { status: 'ok', userExpressions };
  }

  private async evaluate(request: ExecuteRequest, code: string): Promise<ExpressionOutcome> {
    try {
      const compiled = this.compile({ ...request, code });
      return compiled.ok
        ? { ok: true, data: await this.show(await compiled.run()) }
        : { ok: false, error: compiled.error };
    } catch (thrown) {
      return { ok: false, error: this.errors.read(thrown) };
    }
  }

  private show(value: unknown): MimeBundle | Promise<MimeBundle> {
    return value === undefined ? { 'text/plain': 'undefined' } : render(value);
  }

  /** Makes a cell ready to run; what is wrong with its text is found here. */
  private compile(request: ExecuteRequest): Prepared {
    const file = `cell-${request.serial}.ts`;
    const { code: source, executionCount } = request;
    const compiled = compile(source, {
      file,
      declared: this.boxes.kinds(),
      isGlobal: name => name in globalThis
    });
    if (!compiled.ok) {
      return { ok: false, error: syntaxError(compiled.error, request) };
    }
    const loaded = load(compiled, source);
    if (!loaded.ok) {
      return { ok: false, error: syntaxError(loaded.error, request) };
    }
    const { map } = compiled;
    this.errors.remember(file, {
      executionCount,
      source,
      original: (line, column) => map.original(line, column)
    });
    return { ok: true, run: () => this.runLoaded(loaded.run, request.serial) };
  }

  private async runLoaded(cell: CellFunction, serial: number): Promise<unknown> {
    const { imports, output, signal } = this.parts;
    const scope = this.boxes.scope({
      check: line => {
        output.flushIfDue();
        return signal.check(serial, line);
      },
      import: imports.import
    });
    try {
      return await cell(scope);
    } finally {
      this.boxes.settle();
    }
  }
}

type Prepared = { ok: true; run: () => Promise<unknown> } | { ok: false; error: CellError };

/** An error of a cell that never ran, at the place that the compiler found. */
function syntaxError(error: CompileError, request: ExecuteRequest): CellError {
  const { name, message, line, column } = error;
  const frame = { function: '', cell: request.executionCount, line, column };
  const sourceLine = request.code.split(/\r?\n/)[line - 1] ?? '';
  return { name, message, frames: [frame], sourceLine };
}
