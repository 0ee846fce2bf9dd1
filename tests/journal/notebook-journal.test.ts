import { YNotebook } from '@jupyter/ydoc';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NotebookJournal } from '../../src/journal/notebook-journal';
import type { Entry, JournalStore, Place } from '../../src/journal/store';

class MemoryJournal implements JournalStore {
  readonly entries = new Map<string, Entry>();
  async entriesOf(path: string): Promise<Entry[]> {
    return [...this.entries.values()].filter(entry => entry.path === path);
  }
  full = false;
  async write(entry: Entry): Promise<void> {
    if (this.full) {
      throw new Error('The disk is full.');
    }
    this.entries.set(`${entry.path}:${entry.page}`, entry);
  }
  async remove(path: string, page: string): Promise<void> {
    this.entries.delete(`${path}:${page}`);
  }
  async placeOf(): Promise<Place | undefined> {
    return undefined;
  }
  async keepPlace(): Promise<void> {}
}

let store: MemoryJournal;
let living: Set<string>;
let time: number;

beforeEach(() => {
  store = new MemoryJournal();
  living = new Set();
  time = 0;
});

/** A page that has opened a notebook whose file says this. */
function open(page: string, source: string, path = 'a.ipynb') {
  const notebook = new YNotebook();
  notebook.insertCell(0, { id: 'x', cell_type: 'code', source });
  const contentChanged = new Signal<object, void>({});
  const saveState = new Signal<object, DocumentRegistry.SaveState>({});
  const pathChanged = new Signal<object, string>({});
  const disposed = new Signal<object, void>({});
  const context = {
    path,
    model: { sharedModel: notebook, contentChanged },
    saveState,
    pathChanged,
    disposed
  } as unknown as DocumentRegistry.IContext<INotebookModel>;
  living.add(page);
  const journal = new NotebookJournal(context, { store, page, living: async () => living });
  const cell = notebook.getCell(0);
  return {
    journal,
    cell,
    contentChanged,
    saveState,
    pathChanged,
    disposed,
    source: () => cell.getSource(),
    async type(text: string) {
      cell.setSource(text);
      await journal.write();
      const entry = store.entries.get(`${path}:${page}`);
      // The clock of a test is faster than what its entries are ordered by.
      if (entry) {
        entry.time = new Date(++time).toISOString();
      }
    }
  };
}

describe('the journal of a notebook', () => {
  it('brings back what a page had that is gone, and keeps it until it is saved', async () => {
    await open('one', 'file').type('typed');
    living.delete('one');

    const two = open('two', 'file');
    expect(await two.journal.restore()).toMatchObject([{ restored: 1, conflicts: [] }]);
    expect(two.source()).toBe('typed');
    living.delete('two');

    const three = open('three', 'file');
    await three.journal.restore();
    expect(three.source()).toBe('typed');
    three.saveState.emit('started');
    three.saveState.emit('completed');
    await three.journal.write();
    expect(store.entries.size).toBe(0);
  });

  it('leaves to a tab that lives what it has not saved', async () => {
    await open('one', 'file').type('typed');
    const two = open('two', 'file');
    expect(await two.journal.restore()).toEqual([]);
    expect(two.source()).toBe('file');
    expect(store.entries.size).toBe(1);
  });

  it('asks before it overwrites what the file says by now, until it has an answer', async () => {
    await open('one', 'file').type('typed');
    living.delete('one');
    const [found] = await open('two', 'newer').journal.restore();
    expect(found).toMatchObject({ restored: 0, conflicts: [{ source: 'typed' }] });
    living.delete('two');

    const three = open('three', 'newer');
    const [again] = await three.journal.restore();
    expect(three.source()).toBe('newer');
    await again?.take();
    expect(three.source()).toBe('typed');
    await again?.drop();
    expect([...store.entries.values()]).toMatchObject([{ page: 'three' }]);
  });

  it('keeps what was typed while the file was being written', async () => {
    const one = open('one', 'file');
    await one.type('saved');
    one.saveState.emit('started');
    await one.type('typed meanwhile');
    one.saveState.emit('completed');
    await one.journal.write();
    living.delete('one');
    const two = open('two', 'saved');
    await two.journal.restore();
    expect(two.source()).toBe('typed meanwhile');
  });

  it('keeps what a save that failed has not saved', async () => {
    const one = open('one', 'file');
    await one.type('typed');
    one.saveState.emit('started');
    one.saveState.emit('failed');
    await one.journal.write();
    expect(store.entries.size).toBe(1);
  });

  it('tries again what could not be written, until it is', async () => {
    vi.useFakeTimers();
    try {
      const one = open('one', 'file');
      store.full = true;
      one.cell.setSource('typed');
      one.contentChanged.emit();
      await vi.advanceTimersByTimeAsync(1000);
      expect(store.entries.size).toBe(0);
      store.full = false;
      await vi.advanceTimersByTimeAsync(10_000);
      expect(store.entries.size).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes with a notebook that gets another name', async () => {
    const one = open('one', 'file');
    await one.type('typed');
    one.pathChanged.emit('b.ipynb');
    await expect.poll(() => [...store.entries.keys()]).toEqual(['b.ipynb:one']);
  });

  it('forgets what the learner closed without saving it', async () => {
    const one = open('one', 'file');
    await one.type('typed');
    one.disposed.emit();
    await expect.poll(() => store.entries.size).toBe(0);
  });
});
