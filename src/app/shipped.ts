import { PathExt, URLExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';

/** A file that comes with the app, as the build lists it in `files.json`. */
export interface ShippedFile {
  path: string;
  size: number;
  /** ISO time. */
  modified: string;
}

/** The files that come with the app, read only. */
export class ShippedFiles {
  /** @param site the folder of the app, with a slash at its end */
  constructor(private readonly site: string) {}

  private files: Promise<ShippedFile[]> | undefined;

  /** What is in a folder; nothing where the app has no such folder. */
  async list(folder: string): Promise<Contents.IModel[]> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const models = new Map<string, Contents.IModel>();
    for (const file of await this.all()) {
      if (file.path.startsWith(prefix)) {
        const [name = '', ...deeper] = file.path.slice(prefix.length).split('/');
        models.set(name, toModel(prefix + name, file, deeper.length > 0));
      }
    }
    return [...models.values()];
  }

  /** The file or folder at a path, or undefined where the app has none. */
  async get(path: string, options?: Contents.IFetchOptions): Promise<Contents.IModel | undefined> {
    const siblings = await this.list(PathExt.dirname(path));
    const model = siblings.find(item => item.path === path);
    if (!model || !options?.content) {
      return model;
    }
    if (model.type === 'directory') {
      return { ...model, content: await this.list(path) };
    }
    return { ...model, ...(await this.read(path, model.type, options.format)) };
  }

  private async all(): Promise<ShippedFile[]> {
    this.files ??= this.fetch('files.json').then(response => response.json());
    try {
      return await this.files;
    } catch {
      // Without a network the learner's own files are still there; next time it may be back.
      this.files = undefined;
      return [];
    }
  }

  private async read(
    path: string,
    type: Contents.ContentType,
    format?: Contents.FileFormat
  ): Promise<Pick<Contents.IModel, 'content' | 'format'>> {
    const response = await this.fetch(`files/${URLExt.encodeParts(path)}`);
    if (type === 'notebook' || format === 'json') {
      return { format: 'json', content: await response.json() };
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    try {
      if (format !== 'base64') {
        return { format: 'text', content: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
      }
    } catch {
      // Not a text: the bytes follow.
    }
    const text = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
    return { format: 'base64', content: btoa(text) };
  }

  private async fetch(address: string): Promise<Response> {
    const response = await fetch(new URL(address, this.site));
    if (!response.ok) {
      throw new Error(`${address} could not be loaded (${response.status})`);
    }
    return response;
  }
}

function toModel(path: string, file: ShippedFile, isFolder: boolean): Contents.IModel {
  const type = isFolder ? 'directory' : path.endsWith('.ipynb') ? 'notebook' : 'file';
  return {
    name: PathExt.basename(path),
    path,
    type,
    format: isFolder ? 'json' : null,
    mimetype: '',
    content: null,
    size: isFolder ? undefined : file.size,
    created: file.modified,
    last_modified: file.modified,
    writable: true
  };
}
