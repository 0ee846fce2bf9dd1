import type { Header } from './messages';

/** A request that code of the learner's runs for. */
export interface Run {
  header: Header;
  executionCount: number;
  /** Nothing of it is shown. */
  silent: boolean;
  /** Its front end can ask the learner for a line of text. */
  allowStdin: boolean;
}

/** Requests whose late output still finds its cell. */
const REMEMBERED = 1000;

/** The requests that ran last, by the ids that the worker names them by. */
export class Runs {
  private readonly runs = new Map<string, Run>();

  /** What the request's code puts out from now on belongs to it, however late it comes. */
  begin(run: Run): void {
    this.runs.set(run.header.msg_id, run);
    if (this.runs.size > REMEMBERED) {
      const [oldest] = this.runs.keys();
      this.runs.delete(oldest ?? '');
    }
  }

  find(id: string): Run | undefined {
    return this.runs.get(id);
  }
}
