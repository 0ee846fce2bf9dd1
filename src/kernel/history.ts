import type { KernelMessage } from '@jupyterlab/services';

/** What ran once. */
interface Entry {
  /** Counts the workers of the kernel from 1, each of which counts its cells anew. */
  session: number;
  /** The number in `[3]`. */
  line: number;
  input: string;
  output: string | null;
}

export type HistoryRequest = KernelMessage.IHistoryRequestMsg['content'];

/** What a history reply lists: session, line, and the input alone or with what it gave. */
export type HistoryLine = [number, number, string | [string, string | null]];

/** Entries that are remembered. */
const REMEMBERED = 1000;
/** Characters of a cell's value that are remembered. */
const MOST_OUTPUT = 10_000;

/** The cells that ran in this kernel, as consoles ask for them. */
export class History {
  private readonly entries: Entry[] = [];
  private session = 1;

  add(line: number, input: string): void {
    this.entries.push({ session: this.session, line, input, output: null });
    if (this.entries.length > REMEMBERED) {
      this.entries.shift();
    }
  }

  /** The plain text of a cell's value. */
  addOutput(line: number, output: string): void {
    const entry = this.entries.findLast(
      ({ session, line: own }) => session === this.session && own === line
    );
    if (entry) {
      entry.output = output.slice(0, MOST_OUTPUT);
    }
  }

  /** The variables are gone, and lines count from 1 again. */
  startOver(): void {
    this.session += 1;
  }

  /** What a front end asks for, the oldest first. */
  find(request: HistoryRequest): HistoryLine[] {
    return this.select(request).map(({ session, line, input, output }) => [
      session,
      line,
      request.output ? [input, output] : input
    ]);
  }

  private select(request: HistoryRequest): Entry[] {
    switch (request.hist_access_type) {
      case 'tail':
        return last(this.entries, request.n);
      case 'range': {
        // As with IPython, 0 is the session that runs, and less than that counts back from it.
        const wanted = request.session > 0 ? request.session : this.session + request.session;
        const stop = request.stop ?? Infinity;
        return this.entries.filter(
          ({ session, line }) => session === wanted && line >= request.start && line < stop
        );
      }
      case 'search': {
        const pattern = globPattern(request.pattern);
        const found = this.entries.filter(({ input }) => pattern.test(input));
        return last(request.unique ? withoutRepeats(found) : found, request.n);
      }
    }
  }
}

const last = (entries: Entry[], count: number | undefined): Entry[] =>
  count === undefined ? entries : count > 0 ? entries.slice(-count) : [];

/** Of entries with the same input the last one. */
function withoutRepeats(entries: Entry[]): Entry[] {
  const latest = new Map(entries.map(entry => [entry.input, entry]));
  return entries.filter(entry => latest.get(entry.input) === entry);
}

/** A pattern of a shell's kind: `*` for any text, `?` for one character, `[…]` for one of some. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/\[([^\]]+)\]|[\s\S]/gu, (part, set?: string) => {
    if (set !== undefined) {
      return `[${set.replace(/^!/, '^').replace(/[\\[]/g, '\\$&')}]`;
    }
    return part === '*' ? '.*' : part === '?' ? '.' : part.replace(/[\\^$.|+()[\]{}/]/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}
