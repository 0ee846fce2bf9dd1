import type { Contents } from '@jupyterlab/services';

/** A contents manager over files in memory. */
export class MemoryContents {
  readonly files = new Map<string, string>();
  private readonly folders = new Set(['']);

  async get(path: string): Promise<Contents.IModel> {
    if (this.folders.has(path)) {
      const prefix = path === '' ? '' : `${path}/`;
      const names = [...this.folders, ...this.files.keys()]
        .filter(entry => entry !== path && entry.startsWith(prefix))
        .map(entry => entry.slice(prefix.length).split('/')[0]);
      return { content: [...new Set(names)].map(name => ({ name })) } as Contents.IModel;
    }
    const content = this.files.get(path);
    if (content === undefined) {
      throw new Error(`There is no ${path}`);
    }
    return { content } as Contents.IModel;
  }

  async save(path: string, model: Partial<Contents.IModel> = {}): Promise<Contents.IModel> {
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (!this.folders.has(parent)) {
      throw new Error(`There is no folder ${parent}`);
    }
    if (model.type === 'directory') {
      this.folders.add(path);
    } else {
      this.files.set(path, String(model.content));
    }
    return model as Contents.IModel;
  }

  async rename(path: string, to: string): Promise<Contents.IModel> {
    const content = this.files.get(path) ?? '';
    this.files.delete(path);
    this.files.set(to, content);
    return {} as Contents.IModel;
  }
}
