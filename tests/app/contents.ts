import type { Contents } from '@jupyterlab/services';
import type { ArchiveContents } from '../../src/app/archive';

/** Contents in memory, with as much of the contents manager as the archive uses. */
export class MemoryContents implements ArchiveContents {
  readonly models = new Map<string, Contents.IModel>();

  get(path: string): Promise<Contents.IModel> {
    const model = path === '' ? this.model('', { type: 'directory' }) : this.models.get(path);
    if (!model) {
      return Promise.reject(new Error(`There is no ${path}`));
    }
    const prefix = path === '' ? '' : `${path}/`;
    const below = [...this.models.values()].filter(
      item => item.path.startsWith(prefix) && !item.path.slice(prefix.length).includes('/')
    );
    return Promise.resolve(model.type === 'directory' ? { ...model, content: below } : model);
  }

  save(path: string, options: Partial<Contents.IModel> = {}): Promise<Contents.IModel> {
    const model = this.model(path, options);
    this.models.set(path, model);
    return Promise.resolve(model);
  }

  /** The paths of all files and folders. */
  paths(): string[] {
    return [...this.models.keys()].sort();
  }

  private model(path: string, options: Partial<Contents.IModel>): Contents.IModel {
    return {
      name: path.split('/').at(-1) ?? '',
      path,
      type: 'file',
      format: 'text',
      mimetype: '',
      content: null,
      created: '',
      last_modified: '',
      writable: true,
      ...options
    };
  }
}
