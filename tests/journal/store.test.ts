import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserJournal } from '../../src/journal/store';

/** As much of a browser's database as holds one place. */
class Database {
  onclose?: () => void;
  private place: unknown;

  transaction() {
    const transaction: { oncomplete?: () => void; objectStore(): object } = {
      objectStore: () => ({
        put: (place: unknown) => {
          this.place = place;
          return {};
        },
        get: () => ({ result: this.place })
      })
    };
    queueMicrotask(() => queueMicrotask(() => transaction.oncomplete?.()));
    return transaction;
  }
}

/** Lets each opening of the database succeed or fail, as the browser says. */
function browser(opens: () => Database | undefined) {
  vi.stubGlobal('indexedDB', {
    open: () => {
      const request: Record<string, unknown> = {};
      queueMicrotask(() => {
        const database = opens();
        request.result = database;
        request.error = new Error('No room.');
        (request[database ? 'onsuccess' : 'onerror'] as () => void)();
      });
      return request;
    }
  });
}

const place = { path: 'a.ipynb', cell: 'x', offset: 3 };

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the journal in the browser's database", () => {
  it('waits for one that does not open the first time', async () => {
    const database = new Database();
    let times = 0;
    browser(() => (++times > 2 ? database : undefined));
    const failed = vi.fn();
    const store = new BrowserJournal('j', failed);
    const kept = store.keepPlace(place);
    await vi.runAllTimersAsync();
    await kept;
    expect(await store.placeOf('a.ipynb')).toEqual(place);
    expect(failed).not.toHaveBeenCalled();
  });

  it('says that it does not open, and tries anew the next time', async () => {
    const databases: Database[] = [];
    browser(() => databases[0]);
    const failed = vi.fn();
    const store = new BrowserJournal('j', failed);
    const kept = expect(store.keepPlace(place)).rejects.toThrow('No room.');
    await vi.runAllTimersAsync();
    await kept;
    expect(failed).toHaveBeenCalledOnce();
    databases.push(new Database());
    await store.keepPlace(place);
    expect(await store.placeOf('a.ipynb')).toEqual(place);
  });

  it('opens one anew that the browser has closed', async () => {
    const databases: Database[] = [];
    browser(() => {
      databases.push(new Database());
      return databases.at(-1);
    });
    const store = new BrowserJournal('j', () => undefined);
    await store.keepPlace(place);
    databases[0]?.onclose?.();
    await store.keepPlace({ ...place, offset: 4 });
    expect(databases).toHaveLength(2);
  });
});
