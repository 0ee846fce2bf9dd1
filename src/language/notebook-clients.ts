import type { ISharedNotebook } from '@jupyter/ydoc';
import type { LanguageClient } from './client';
import type { LanguageServer } from './server';

/** One client for each notebook that is open, whatever editors its cells have. */
export class NotebookClients {
  private readonly clients = new Map<ISharedNotebook, LanguageClient>();

  constructor(readonly server: LanguageServer) {}

  /** The client of a notebook, told what its code cells are now; cells go by their own ids. */
  of(notebook: ISharedNotebook): LanguageClient {
    let client = this.clients.get(notebook);
    if (!client) {
      client = this.server.open();
      this.clients.set(notebook, client);
      notebook.disposed.connect(() => this.forget(notebook));
    }
    const code = notebook.cells.filter(cell => cell.cell_type === 'code');
    client.setCells(code.map(cell => ({ id: cell.getId(), source: cell.source })));
    return client;
  }

  private forget(notebook: ISharedNotebook): void {
    this.clients.get(notebook)?.dispose();
    this.clients.delete(notebook);
  }
}
