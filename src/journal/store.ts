import type { Change } from './changes';
import { patiently } from './patience';

/** What a page has of a notebook that its file has not. */
export interface Entry {
  /** Of the notebook. */
  path: string;
  /** Names the page, so that two tabs with the same notebook write two entries. */
  page: string;
  /** When it was written last, as ISO 8601 in UTC. */
  time: string;
  changes: Change[];
}

/** Where the learner was in a notebook. */
export interface Place {
  path: string;
  /** Id of the active cell. */
  cell: string;
  /** Of the cursor in the cell, in UTF-16 units. */
  offset: number;
}

/** Where the journal is kept. */
export interface JournalStore {
  entriesOf(path: string): Promise<Entry[]>;
  write(entry: Entry): Promise<void>;
  remove(path: string, page: string): Promise<void>;
  placeOf(path: string): Promise<Place | undefined>;
  keepPlace(place: Place): Promise<void>;
}

const ENTRIES = 'entries';
const PLACES = 'places';

/**
 * The journal in the browser's own database, which has a write on disk when the page, or the whole
 * browser, ends the moment after.
 */
export class BrowserJournal implements JournalStore {
  private opened: Promise<IDBDatabase> | undefined;

  /**
   * @param name of the database; each server has its own
   * @param failed is told why something could not be kept or read; the next call tries anew
   */
  constructor(
    private readonly name: string,
    private readonly failed: (reason: unknown) => void
  ) {}

  entriesOf(path: string): Promise<Entry[]> {
    const all = IDBKeyRange.bound([path], [path, []]);
    return this.run(ENTRIES, 'readonly', entries => entries.getAll(all) as IDBRequest<Entry[]>);
  }

  async write(entry: Entry): Promise<void> {
    await this.run(ENTRIES, 'readwrite', entries => entries.put(entry));
  }

  async remove(path: string, page: string): Promise<void> {
    await this.run(ENTRIES, 'readwrite', entries => entries.delete([path, page]));
  }

  placeOf(path: string): Promise<Place | undefined> {
    return this.run(
      PLACES,
      'readonly',
      places => places.get(path) as IDBRequest<Place | undefined>
    );
  }

  async keepPlace(place: Place): Promise<void> {
    await this.run(PLACES, 'readwrite', places => places.put(place));
  }

  private async run<T>(
    table: string,
    mode: IDBTransactionMode,
    ask: (table: IDBObjectStore) => IDBRequest<T>
  ): Promise<T> {
    try {
      const transaction = (await this.database()).transaction(table, mode);
      const request = ask(transaction.objectStore(table));
      return await new Promise<T>((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? new Error('It was cut short.'));
      });
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  /** The open database; one that did not open, or that the browser has closed, is opened anew. */
  private database(): Promise<IDBDatabase> {
    const forget = (): void => {
      this.opened = undefined;
    };
    this.opened ??= patiently(() => open(this.name, forget)).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.opened;
  }
}

/** @param closed is told when the browser closes it, as where the site's data are deleted */
function open(name: string, closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ENTRIES, { keyPath: ['path', 'page'] });
      request.result.createObjectStore(PLACES, { keyPath: 'path' });
    };
    request.onsuccess = () => {
      request.result.onclose = closed;
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}
