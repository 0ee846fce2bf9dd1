import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel } from '@jupyterlab/notebook';
import { bringBack, cellsOf } from './bring-back';
import { changesOf, sortChanges, type Change } from './changes';
import type { JournalStore } from './store';

/** How long what was typed may wait, in milliseconds. */
const DELAY = 250;

/** How long what could not be written waits until it is tried again, in milliseconds. */
const LATER = 5000;

/** Where a journal is kept, and by whom. */
export interface JournalOptions {
  store: JournalStore;
  /** Names this page. */
  page: string;
  /** Pages of this browser that live: what they have not saved is theirs. */
  living(): Promise<Set<string>>;
}

/** What a page that is gone had not saved. */
export interface Found {
  /** When it was typed last, as ISO 8601 in UTC. */
  time: string;
  /** Cells that have it again. */
  restored: number;
  /** What would overwrite what the file says by now; it waits for the learner to decide. */
  conflicts: Change[];
  /** Puts the conflicts into the notebook. */
  take(): Promise<void>;
  /** Forgets the conflicts. */
  drop(): Promise<void>;
}

/** Keeps what is typed in one notebook between two saves. */
export class NotebookJournal {
  private base: ReadonlyMap<string, string>;
  private saving: ReadonlyMap<string, string> | undefined;
  private path: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the store has an entry of this page. */
  private written = false;
  private closed = false;

  /** @param context that is ready, its notebook as the file has it */
  constructor(
    private readonly context: DocumentRegistry.IContext<INotebookModel>,
    private readonly options: JournalOptions
  ) {
    this.base = this.sources();
    this.path = context.path;
    context.model.contentChanged.connect(this.typed, this);
    context.saveState.connect(this.saved, this);
    context.pathChanged.connect(this.moved, this);
    // The learner has closed the notebook, and was asked whether to save it.
    context.disposed.connect(() => void this.close());
  }

  /** Brings back what pages that are gone had not saved, the oldest first. */
  async restore(): Promise<Found[]> {
    const { store, living } = this.options;
    const entries = await store.entriesOf(this.path);
    const alive = await living();
    const left = entries.filter(({ page }) => !alive.has(page));
    const found: Found[] = [];
    for (const entry of left.toSorted((a, b) => a.time.localeCompare(b.time))) {
      const { clean, conflicts } = sortChanges(entry.changes, cellsOf(this.notebook));
      bringBack(this.notebook, clean);
      // Before the other entry goes, or a page that ends now loses both.
      await this.write();
      const { path, page, time } = entry;
      const drop = () => store.remove(path, page);
      await (conflicts.length > 0 ? store.write({ ...entry, changes: conflicts }) : drop());
      const take = async () => {
        bringBack(this.notebook, conflicts);
        await this.write();
        await drop();
      };
      found.push({ time, restored: clean.length, conflicts, take, drop });
    }
    return found.filter(({ restored, conflicts }) => restored + conflicts.length > 0);
  }

  /** Writes now what waits. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { path } = this;
    const { store, page } = this.options;
    const changes = changesOf(this.base, cellsOf(this.notebook));
    if (changes.length > 0) {
      this.written = true;
      await store.write({ path, page, time: new Date().toISOString(), changes });
    } else if (this.written) {
      this.written = false;
      await store.remove(path, page);
    }
  }

  private get notebook() {
    return this.context.model.sharedModel;
  }

  private sources(): Map<string, string> {
    return new Map(this.notebook.cells.map(cell => [cell.id, cell.getSource()]));
  }

  private typed(): void {
    this.writeAfter(DELAY);
  }

  private writeAfter(delay: number): void {
    if (this.closed) {
      return;
    }
    this.timer ??= setTimeout(() => void this.write().catch(() => this.writeAfter(LATER)), delay);
  }

  private saved(_: unknown, state: DocumentRegistry.SaveState): void {
    if (state === 'started') {
      this.saving = this.sources();
    } else if (state === 'completed' && this.saving) {
      this.base = this.saving;
      this.typed();
    }
  }

  private moved(_: unknown, path: string): void {
    const { store, page } = this.options;
    const before = this.path;
    this.path = path;
    void this.write()
      .then(() => store.remove(before, page))
      .catch(() => undefined);
  }

  private async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.options.store.remove(this.path, this.options.page).catch(() => undefined);
  }
}
