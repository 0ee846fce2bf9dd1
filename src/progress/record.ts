import type { Contents } from '@jupyterlab/services';
import { Signal, type ISignal } from '@lumino/signaling';
import { ensureFolder, namesIn } from '../lesson/folders';
import { readAttempts, writeAttempt, type Attempt } from './attempt';
import { inOrder } from './order';
import { reviewsDue, type Review } from './review';
import { summarise, type ExerciseProgress } from './summary';
import type { WaitingLines } from './waiting';

/** Where the record is kept: one file for each browser, so that two never write the same one. */
export const RECORD_FOLDER = 'Lessons/progress';

/** What the record needs of its surroundings. */
export interface RecordOptions {
  contents: Pick<Contents.IManager, 'get' | 'save' | 'rename'>;
  /** Names this browser. */
  browser: string;
  /** Keeps in the browser what is in no file yet. */
  waiting: WaitingLines;
  /** Runs one task at a time, over all tabs of this browser. */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
}

/** The learner's attempts: every one is kept, and those of all browsers are read together. */
export class ProgressRecord {
  private saved: Attempt[] = [];
  /** Made in this page, and not in a file yet. */
  private unsaved: Attempt[] = [];
  private readonly changedSignal = new Signal<this, void>(this);
  private readonly damagedSignal = new Signal<this, string>(this);

  constructor(private readonly options: RecordOptions) {}

  /** Emitted when attempts were added or read. */
  get changed(): ISignal<this, void> {
    return this.changedSignal;
  }

  /** Emitted with the path under which a damaged file was kept. */
  get damaged(): ISignal<this, string> {
    return this.damagedSignal;
  }

  /** Where the learner stands in a lesson, by exercise. */
  of(lesson: string): Map<string, ExerciseProgress> {
    return summarise(this.attempts.filter(attempt => attempt.lesson === lesson));
  }

  /** Lessons that were worked on, the latest first. */
  lessons(): string[] {
    return [...new Set(this.attempts.toReversed().map(attempt => attempt.lesson))];
  }

  /** What was solved and is to be solved again. @param now in milliseconds since 1970 */
  reviews(now: number): Review[] {
    return reviewsDue(this.attempts, now);
  }

  /** Reads the files of all browsers, and what waits in this one. */
  async load(): Promise<void> {
    await this.options.exclusively(async () => {
      const paths = await this.files();
      const read = await Promise.all(paths.map(path => this.read(path)));
      this.saved = inOrder(read);
      const known = new Set(this.saved.map(writeAttempt));
      this.unsaved = this.outstanding().filter(attempt => !known.has(writeAttempt(attempt)));
    });
    this.changedSignal.emit();
  }

  /**
   * Adds attempts. They are kept in the browser before they are shown, so that no reload loses them,
   * and then saved.
   *
   * @throws Error when they cannot be saved; they stay counted, and the next save takes them along
   */
  async add(...attempts: Attempt[]): Promise<void> {
    attempts.forEach(attempt => this.options.waiting.keep(writeAttempt(attempt)));
    this.unsaved.push(...attempts);
    this.changedSignal.emit();
    await this.save();
  }

  /**
   * Puts what waits, of all tabs of this browser, into its file.
   *
   * @throws Error when that cannot be saved; it goes on waiting
   */
  async save(): Promise<void> {
    const { contents, browser, waiting, exclusively } = this.options;
    if (this.outstanding().length === 0) {
      return;
    }
    await exclusively(async () => {
      const attempts = this.outstanding();
      const path = `${RECORD_FOLDER}/${browser}.jsonl`;
      const known = (await this.files()).includes(path);
      const before = known ? await this.text(path) : '';
      // A page that ended just after it had saved a line has not come to forget it.
      const there = new Set(before.split('\n'));
      const lines = attempts.map(writeAttempt).filter(line => !there.has(line));
      if (lines.length > 0) {
        if (!known) {
          await ensureFolder(contents, RECORD_FOLDER);
        }
        const separator = before === '' || before.endsWith('\n') ? '' : '\n';
        const content = `${before}${separator}${lines.join('\n')}\n`;
        await contents.save(path, { type: 'file', format: 'text', content });
      }
      const done = new Set(attempts.map(writeAttempt));
      waiting.forget(done);
      this.unsaved = this.unsaved.filter(attempt => !done.has(writeAttempt(attempt)));
      this.saved.push(...attempts);
    });
  }

  /** Attempts of this page and of others that are in no file yet, each once. */
  private outstanding(): Attempt[] {
    const lines = [...this.unsaved.map(writeAttempt), ...this.options.waiting.all()];
    return readAttempts([...new Set(lines)].join('\n')).attempts;
  }

  /** All attempts as the text of a file, for {@link import} elsewhere. */
  export(): string {
    return linesOf(this.attempts);
  }

  /**
   * Adds the attempts of an exported file that are not known yet.
   *
   * @returns how many were added, and how many lines were none
   * @throws Error when they cannot be saved
   */
  async import(text: string): Promise<{ added: number; damaged: number }> {
    const { attempts, damagedLines } = readAttempts(text);
    const known = new Set(this.attempts.map(writeAttempt));
    const fresh = attempts.filter(attempt => {
      const line = writeAttempt(attempt);
      return !known.has(line) && known.add(line);
    });
    if (fresh.length > 0) {
      await this.add(...fresh);
    }
    return { added: fresh.length, damaged: damagedLines.length };
  }

  /** Every attempt, in no order. */
  get attempts(): Attempt[] {
    return [...this.saved, ...this.unsaved];
  }

  /** The attempts of one file. A damaged file is kept under another name, and its rest is used. */
  private async read(path: string): Promise<Attempt[]> {
    const text = await this.text(path);
    const { attempts, damagedLines } = readAttempts(text);
    if (damagedLines.length > 0) {
      await this.setAside(path, attempts);
    }
    return attempts;
  }

  private async setAside(path: string, attempts: Attempt[]): Promise<void> {
    const { contents } = this.options;
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
    const kept = `${path}.damaged-${stamp}`;
    await contents.rename(path, kept);
    await contents.save(path, { type: 'file', format: 'text', content: linesOf(attempts) });
    this.damagedSignal.emit(kept);
  }

  private async text(path: string): Promise<string> {
    const model = await this.options.contents.get(path, {
      content: true,
      type: 'file',
      format: 'text'
    });
    return String(model.content);
  }

  private async files(): Promise<string[]> {
    const names = await namesIn(this.options.contents, RECORD_FOLDER);
    return names.filter(name => name.endsWith('.jsonl')).map(name => `${RECORD_FOLDER}/${name}`);
  }
}

const linesOf = (attempts: readonly Attempt[]): string =>
  attempts.map(attempt => `${writeAttempt(attempt)}\n`).join('');
