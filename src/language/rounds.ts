import type { ISharedNotebook } from '@jupyter/ydoc';
import type { LanguageClient } from './client';

/** Milliseconds after the last change before a notebook is looked through. */
const PAUSE = 150;

/** An editor on screen that shows what is to be said of its cell. */
export interface Marked {
  /** Asks anew, and shows what comes. */
  mark(client: LanguageClient): void;
}

/**
 * Has the cells of notebooks looked through some time after each change: what one cell declares
 * counts for the others. The cell that changed comes first.
 */
export class Rounds {
  private readonly rooms = new Map<ISharedNotebook, Room>();

  /** @param clientOf gives the client of a notebook, told what its cells are now */
  constructor(private readonly clientOf: (notebook: ISharedNotebook) => LanguageClient) {}

  /** @returns what to call when the editor is gone */
  add(notebook: ISharedNotebook, marked: Marked): () => void {
    const room = this.rooms.get(notebook) ?? new Room(notebook, this.clientOf);
    this.rooms.set(notebook, room);
    room.members.add(marked);
    room.touch(marked);
    return () => {
      room.members.delete(marked);
      if (room.members.size === 0) {
        room.close();
        this.rooms.delete(notebook);
      }
    };
  }

  /** To be called when the text of an editor has changed, or what its cells import. */
  touch(notebook: ISharedNotebook, marked?: Marked): void {
    this.rooms.get(notebook)?.touch(marked);
  }
}

/** The editors of one notebook. */
class Room {
  readonly members = new Set<Marked>();
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly notebook: ISharedNotebook,
    private readonly clientOf: (notebook: ISharedNotebook) => LanguageClient
  ) {
    // Cells came, went or moved, or the notebook has another language.
    notebook.changed.connect(this.onChanged);
  }

  touch(first?: Marked): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      // Once for all: to look at every cell for each of them takes too long in a long notebook.
      const client = this.clientOf(this.notebook);
      const others = [...this.members].filter(each => each !== first);
      for (const each of first ? [first, ...others] : others) {
        each.mark(client);
      }
    }, PAUSE);
  }

  close(): void {
    clearTimeout(this.waiting);
    this.notebook.changed.disconnect(this.onChanged);
  }

  private readonly onChanged = (): void => this.touch();
}
