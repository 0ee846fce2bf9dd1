import type { ISessionContext } from '@jupyterlab/apputils';
import type { CodeCell } from '@jupyterlab/cells';
import { Signal, type ISignal } from '@lumino/signaling';
import type { IDisposable } from '@lumino/disposable';
import type { CheckResult } from '../lesson/result';
import { opens, type SolutionPolicy } from '../lesson/policy';
import type { ExerciseCell, LessonNotebook } from './exercise-cell';
import { requestCheck } from './request-check';
import { runAnswer } from './run-answer';

/** What is known of one check of an exercise. */
export interface Checked {
  /** The cell as it was checked. */
  source: string;
  result: CheckResult;
}

/** What the learner's record says of an exercise. */
export interface Past {
  last: Checked & { hints: number };
  tries: number;
  passed: boolean;
}

/** A check that was made, with what the learner had seen by then. */
export interface CheckMade extends Checked {
  hints: number;
  solution: boolean;
}

/** What an exercise works with. */
export interface ExerciseOptions {
  cell: CodeCell;
  exercise: ExerciseCell;
  lesson: LessonNotebook;
  session: ISessionContext;
}

/** One exercise in an open notebook: what was checked, what is open, what can be done. */
export class ExerciseModel implements IDisposable {
  readonly exercise: ExerciseCell;
  /** Hints that are open. */
  hintsOpen = 0;
  solutionOpen = false;
  /** What a check that is on its way does. */
  stage: 'waiting' | 'checking' | undefined;
  /** Cells of the notebook that are this exercise; one, unless a cell was split or copied. */
  copies = 1;
  /** Grows whenever the learner asked for what is shown now, so that it is to be seen. */
  asked = 0;
  private checked: Checked | undefined;
  /** Whether a verdict has been shown; an older one does not come back after a reset. */
  private known = false;
  private tries = 0;
  private passed = false;
  /** The answer before it was reset, for as long as the cell stays as it was handed out. */
  private before: { source: string; checked: Checked | undefined } | undefined;
  private readonly changedSignal = new Signal<this, void>(this);
  private readonly checkMadeSignal = new Signal<this, CheckMade>(this);
  private disposed = false;

  constructor(private readonly options: ExerciseOptions) {
    this.exercise = options.exercise;
    options.cell.model.sharedModel.changed.connect(this.changedByTyping, this);
  }

  /** Emitted when there is something new to show. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** Emitted with every check that said something of an answer. */
  get checkMade(): ISignal<this, CheckMade> {
    return this.checkMadeSignal;
  }

  get isDisposed(): boolean {
    return this.disposed;
  }

  get cell(): CodeCell {
    return this.options.cell;
  }

  get result(): CheckResult | undefined {
    return this.checked?.result;
  }

  /** Whether the cell has changed since it was checked. */
  get stale(): boolean {
    return this.checked !== undefined && this.checked.source !== this.source;
  }

  /** When the solution opens. */
  get policy(): SolutionPolicy {
    return this.options.lesson.solutions;
  }

  get solutionAllowed(): boolean {
    const { tries, passed, exercise } = this;
    return opens(this.policy, { hintsLeft: exercise.hints.length - this.hintsOpen, tries, passed });
  }

  get canUndoReset(): boolean {
    return this.before !== undefined && this.source === this.exercise.starter;
  }

  /** The answer as it is now. */
  get source(): string {
    return this.cell.model.sharedModel.getSource();
  }

  setCopies(copies: number): void {
    if (copies !== this.copies) {
      this.copies = copies;
      this.changedSignal.emit();
    }
  }

  /** Shows what an earlier check said, and the hints that were open then. */
  restore({ last, tries, passed }: Past): void {
    if (!this.known) {
      this.checked = last;
      this.known = true;
    }
    this.hintsOpen = Math.max(this.hintsOpen, Math.min(last.hints, this.exercise.hints.length));
    this.tries = Math.max(this.tries, tries);
    this.passed ||= passed;
    this.changedSignal.emit();
  }

  /** Runs the cell, and then its check. */
  async check(): Promise<void> {
    if (this.stage) {
      return;
    }
    this.stage = 'checking';
    const stopWatching = this.watchForTurn();
    this.changedSignal.emit();
    const { source } = this;
    const result = await this.runAndCheck(source).catch((error: unknown): CheckResult => {
      const reason = error instanceof Error ? error.message : String(error);
      return { outcome: 'unchecked', reason };
    });
    stopWatching();
    if (this.disposed) {
      return;
    }
    this.stage = undefined;
    this.asked += 1;
    this.checked = { source, result };
    this.known = true;
    this.passed ||= result.outcome === 'passed';
    this.changedSignal.emit();
    if (result.outcome !== 'notAttempted' && result.outcome !== 'unchecked') {
      const { hintsOpen: hints, solutionOpen: solution } = this;
      this.checkMadeSignal.emit({ source, result, hints, solution });
    }
  }

  openHint(): void {
    this.hintsOpen = Math.min(this.hintsOpen + 1, this.exercise.hints.length);
    this.asked += 1;
    this.changedSignal.emit();
  }

  toggleSolution(): void {
    if (this.solutionAllowed) {
      this.solutionOpen = !this.solutionOpen;
      this.asked += 1;
      this.changedSignal.emit();
    }
  }

  /** Puts the cell back as it was handed out. The record keeps what was tried. */
  reset(): void {
    const { source } = this;
    if (source !== this.exercise.starter) {
      this.before = { source, checked: this.checked };
      this.cell.model.sharedModel.setSource(this.exercise.starter);
    }
    this.checked = undefined;
    this.changedSignal.emit();
  }

  undoReset(): void {
    if (this.before !== undefined && this.canUndoReset) {
      const { source, checked } = this.before;
      this.before = undefined;
      this.checked = checked;
      this.cell.model.sharedModel.setSource(source);
      this.changedSignal.emit();
    }
  }

  dispose(): void {
    this.disposed = true;
    this.cell.model?.sharedModel.changed.disconnect(this.changedByTyping, this);
    Signal.clearData(this);
  }

  private async runAndCheck(cellSource: string): Promise<CheckResult> {
    const { session, lesson, exercise, cell } = this.options;
    await session.ready;
    const { reply, stopped } = await runAnswer(cell, session, exercise.seconds);
    const kernel = session.session?.kernel;
    if (!kernel) {
      return { outcome: 'unchecked', reason: 'The notebook has no kernel.' };
    }
    const result = await requestCheck(kernel, {
      exercise: exercise.id,
      checks: lesson.checks,
      cellSource,
      starter: exercise.starter,
      points: exercise.points,
      timeLimit: exercise.seconds
    });
    if (reply?.status === 'error' && result.outcome === 'notAttempted') {
      // The kernel was lost over this cell, so that it no longer knows that the cell ran.
      const { ename: name, evalue: message } = reply;
      return { outcome: 'errored', error: { name, message, frames: [] } };
    }
    return stopped && result.outcome === 'errored' && result.error.name === 'Interrupted'
      ? { ...result, stoppedAfter: exercise.seconds }
      : result;
  }

  /** Says that the check waits, for as long as the kernel is busy with something else. */
  private watchForTurn(): () => void {
    const { session } = this.options;
    const changed = (_: unknown, status: string): void => {
      if (status === 'idle') {
        this.stage = this.stage && 'checking';
        session.statusChanged.disconnect(changed);
        this.changedSignal.emit();
      }
    };
    if (session.session?.kernel?.status === 'busy') {
      this.stage = 'waiting';
      session.statusChanged.connect(changed);
    }
    return () => session.statusChanged.disconnect(changed);
  }

  private changedByTyping(): void {
    if (this.checked || this.before !== undefined || this.solutionOpen) {
      this.changedSignal.emit();
    }
  }
}
