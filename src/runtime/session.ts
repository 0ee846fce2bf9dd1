import type {
  ExecuteOutcome,
  ExecuteRequest,
  ExpressionOutcome,
  FromRuntime,
  MimeBundle
} from '../protocol/runtime';
import { CHECK_EXPRESSION } from '../protocol/check';
import { LAST_SEEN_EXPRESSION } from '../protocol/last-seen';
import { Boxes } from './boxes';
import { answerCheck } from './check';
import { LearnerError, type Rerun } from './check-context';
import { OutOfTime } from './deadline';
import { labelOf, render } from './display';
import type { Displays } from './displays';
import { ErrorReader } from './errors';
import type { Flow } from './flow';
import type { Imports } from './imports';
import type { Inputs } from './input';
import { Interrupted, type InterruptSignal } from './interrupt';
import { LocalModules } from './local-modules';
import type { Output } from './output';
import type { Outside } from './outside';
import { isLocal } from '../compile/local-paths';
import { Programs, type Prepared, type Task } from './programs';
import { noOutputs, type Records } from './records';

/** What a session works with. */
export interface SessionParts {
  post(message: FromRuntime): void;
  output: Output;
  flow: Flow;
  displays: Displays;
  imports: Imports;
  outside: Outside;
  signal: InterruptSignal;
  records: Records;
  inputs: Inputs;
  /** Lets modules show what a cell has left open. */
  cellEnded(): void;
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
  private readonly programs: Programs;
  /** The checkers that were asked for last, compiled; a notebook has one text of them. */
  private checkers: { source: string; load(task: Task): Prepared } | undefined;
  private readonly localModules: LocalModules;

  constructor(private readonly parts: SessionParts) {
    const { imports, outside } = parts;
    this.programs = new Programs(
      {
        ...parts,
        import: specifier =>
          isLocal(specifier) ? this.localModules.import(specifier) : imports.import(specifier)
      },
      this.errors
    );
    this.localModules = new LocalModules({
      read: async paths => {
        const { path, bytes } = await outside.ask({ ask: 'read', paths });
        return { path, text: new TextDecoder().decode(bytes) };
      },
      importOther: imports.import,
      host: () => this.programs.host(),
      errors: this.errors
    });
  }

  /** Runs a cell and reports how it ended; never rejects. */
  async execute(request: ExecuteRequest, interruptUrl: string | undefined): Promise<void> {
    const { output, displays, signal, records, inputs, post } = this.parts;
    output.begin(request.id);
    signal.begin(request.serial, interruptUrl);
    this.localModules.begin();
    const record = request.silent
      ? undefined
      : records.begin(request.id, request.code, request.executionCount);
    const interrupted = new Promise<never>((_, reject) => {
      this.running = { serial: request.serial, interrupt: reject };
    });
    interrupted.catch(() => undefined);

    let outcome: ExecuteOutcome;
    try {
      outcome = await this.run(request, interrupted);
      await Promise.race([displays.settle(), interrupted]);
    } catch (thrown) {
      this.showLeftOpen(request);
      await Promise.race([displays.settle(), interrupted]).catch(() => undefined);
      const error = this.errors.read(thrown);
      outcome = { status: thrown instanceof Interrupted ? 'interrupted' : 'error', error };
    }
    if (outcome.status === 'interrupted') {
      this.parts.flow.stop(request.id);
    }
    if (record && outcome.status !== 'ok') {
      record.error = outcome.error;
    }
    this.running = undefined;
    inputs.cancel();
    output.end();
    post({ kind: 'done', request: request.id, outcome });
  }

  /** Ends the request with this serial if it waits; one that computes sees the signal itself. */
  interrupt(serial: number): void {
    if (this.parts.signal.stop(serial) && this.running?.serial === serial) {
      const error = new Interrupted(0);
      this.running.interrupt(error);
      this.parts.inputs.cancel(error);
    }
  }

  /** Reports an error that nothing caught, under the cell that it comes from. */
  uncaught(thrown: unknown): void {
    // A cell that was interrupted while it waited goes on until its next check.
    if (thrown instanceof Interrupted) {
      return;
    }
    const { output, flow, post } = this.parts;
    const request = flow.originOf(thrown) ?? this.errors.requestOf(thrown) ?? output.current;
    output.flush();
    post({ kind: 'uncaught', request, error: this.errors.read(thrown) });
  }

  private async run(request: ExecuteRequest, interrupted: Promise<never>): Promise<ExecuteOutcome> {
    const compiled = this.programs.compile(this.task(request));
    if (!compiled.ok) {
      return { status: 'error', error: compiled.error };
    }
    const value = await Promise.race([compiled.run(), interrupted]);
    if (!request.silent && value !== undefined && !this.parts.displays.isHandle(value)) {
      const data = await Promise.race([render(value), interrupted]);
      this.parts.output.within(request.id, () => this.parts.output.result(data));
    }
    this.showLeftOpen(request);
    const userExpressions: Record<string, ExpressionOutcome> = {};
    for (const [name, code] of Object.entries(request.userExpressions)) {
      userExpressions[name] = await Promise.race([this.answer(request, name, code), interrupted]);
    }
    return { status: 'ok', userExpressions };
  }

  private showLeftOpen({ id, silent }: ExecuteRequest): void {
    if (!silent) {
      this.parts.output.within(id, () => this.parts.cellEnded());
    }
  }

  private answer(
    request: ExecuteRequest,
    name: string,
    code: string
  ): ExpressionOutcome | Promise<ExpressionOutcome> {
    switch (name) {
      case CHECK_EXPRESSION:
        return this.check(request, code);
      case LAST_SEEN_EXPRESSION:
        return { ok: true, data: { 'text/plain': this.lastSeen(code) } };
      default:
        return this.evaluate(request, code);
    }
  }

  /** Shape and dtype of a variable, where it has them; nothing of it is run. */
  private lastSeen(name: string): string {
    return labelOf(this.boxes.get(name)) ?? '';
  }

  private async evaluate(request: ExecuteRequest, code: string): Promise<ExpressionOutcome> {
    try {
      const compiled = this.programs.compile({ ...this.task(request), source: code });
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

  private check(request: ExecuteRequest, expression: string): Promise<ExpressionOutcome> {
    const { imports, records } = this.parts;
    const { serial, executionCount } = request;
    records.collect(request.id, noOutputs());
    return answerCheck(expression, {
      boxes: this.boxes,
      imports,
      limit: deadline => {
        this.programs.deadline = deadline;
      },
      record: source => records.find(source),
      readError: thrown => {
        const { libraryFrames: _, ...error } = this.errors.read(thrown);
        return error;
      },
      rerun: rerun => this.rerun(request, rerun),
      evaluate: async (source, deadline) => {
        const file = `checks-${serial}.ts`;
        const boxes = new Boxes();
        const own = { file, executionCount, boxes, deadline: deadline.ofChecker };
        const task: Task = { request: request.id, source, ...own };
        if (this.checkers?.source !== source) {
          this.checkers = { source, load: this.programs.prepare(task) };
        }
        const compiled = this.checkers.load(task);
        if (!compiled.ok) {
          throw new Error(compiled.error.message);
        }
        return compiled.run();
      }
    });
  }

  /** Runs a cell over other boxes, for a check; what it puts out is collected. */
  private async rerun(request: ExecuteRequest, { outputs, ...rerun }: Rerun): Promise<void> {
    const { displays, output, records } = this.parts;
    output.flush();
    records.collect(request.id, outputs);
    const compiled = this.programs.compile({ ...this.task(request), ...rerun });
    if (!compiled.ok) {
      throw new LearnerError(compiled.error);
    }
    try {
      const value = await compiled.run();
      if (value !== undefined && !displays.isHandle(value)) {
        output.result(await render(value));
      }
      this.parts.cellEnded();
      await displays.settle();
    } catch (thrown) {
      const stopped = thrown instanceof Interrupted || thrown instanceof OutOfTime;
      throw stopped ? thrown : new LearnerError(this.errors.read(thrown));
    } finally {
      output.flush();
    }
  }

  /** What the request itself asks to run. */
  private task({ id: request, code: source, executionCount, serial }: ExecuteRequest): Task {
    return { request, source, file: `cell-${serial}.ts`, executionCount, boxes: this.boxes };
  }
}
