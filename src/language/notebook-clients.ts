import type { ISharedNotebook } from '@jupyter/ydoc';
import type { LanguageClient, ReadBeside } from './client';
import { Rounds } from './rounds';
import type { LanguageServer } from './server';

/** One client for each notebook that is open, whatever editors its cells have. */
export class NotebookClients {
  private readonly clients = new Map<ISharedNotebook, LanguageClient>();

  /** Looks through the cells that are on screen. */
  readonly rounds = new Rounds(notebook => this.of(notebook));
  /** Gives what reads beside a notebook, once somebody has set it. */
  readerOf: ((notebook: ISharedNotebook) => ReadBeside) | undefined;

  /** Says what the kernel of a notebook last saw of a variable, once somebody has set it. */
  describe: ((notebook: ISharedNotebook, name: string) => Promise<string | undefined>) | undefined;

  constructor(readonly server: LanguageServer) {}

  /** Has the types read before somebody asks for them, which takes longer than an answer may. */
  start(): void {
    this.server.start();
  }

  /** The client of a notebook, told what its code cells are now; cells go by their own ids. */
  of(notebook: ISharedNotebook): LanguageClient {
    let client = this.clients.get(notebook);
    if (!client) {
      client = this.server.open();
      client.readBeside = paths => this.readerOf?.(notebook)(paths) ?? Promise.resolve(undefined);
      client.describe = name => this.describe?.(notebook, name) ?? Promise.resolve(undefined);
      client.filesChanged.add(() => this.rounds.touch(notebook));
      this.clients.set(notebook, client);
      notebook.disposed.connect(() => this.forget(notebook));
    }
    const code = notebook.cells.filter(cell => cell.cell_type === 'code');
    client.setCells(code.map(cell => ({ id: cell.getId(), source: cell.source })));
    return client;
  }

  /** A file may have changed. */
  refreshFiles(): void {
    this.clients.forEach(client => void client.refreshFiles());
  }

  private forget(notebook: ISharedNotebook): void {
    this.clients.get(notebook)?.dispose();
    this.clients.delete(notebook);
  }
}
