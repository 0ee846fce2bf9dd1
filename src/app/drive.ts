import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { BrowserStorageDrive } from '@jupyterlite/services';
import { freeName } from './names';
import type { ShippedFiles } from './shipped';

type Model = Contents.IModel;

/**
 * JupyterLite's drive over the files that come with the app: what the learner saved stands before
 * a file of the same path. It says in clear words why something could not be saved.
 */
export class BrowserDrive extends BrowserStorageDrive {
  constructor(
    options: BrowserStorageDrive.IOptions,
    private readonly shipped: ShippedFiles
  ) {
    super(options);
  }

  override async get(path: string, options?: Contents.IFetchOptions): Promise<Model> {
    const clean = decodeURIComponent(path.replace(/^\//, ''));
    const model = await this.own(path, options).catch(async (error: unknown) => {
      const shipped = await this.shipped.get(clean, options);
      if (!shipped) {
        throw error;
      }
      return shipped.type === 'directory'
        ? { ...shipped, content: await this.saved(clean) }
        : shipped;
    });
    if (model.type !== 'directory' || !options?.content) {
      return model;
    }
    const items = new Map<string, Model>();
    for (const item of [...(await this.shipped.list(clean)), ...(model.content as Model[])]) {
      items.set(item.name, item);
    }
    return { ...model, content: [...items.values()] };
  }

  override async save(path: string, options?: Partial<Contents.IModel>): Promise<Model> {
    return inWords(super.save(path, options));
  }

  override async copy(path: string, toFolder: string): Promise<Model> {
    return inWords(super.copy(path, toFolder));
  }

  override async createCheckpoint(path: string): Promise<Contents.ICheckpointModel> {
    return inWords(super.createCheckpoint(path));
  }

  /**
   * Counters alone, which is how the drive names new files, would overwrite a file of that name
   * that was uploaded, renamed, or saved before the counters were cleared.
   */
  override async newUntitled(options?: Contents.ICreateOptions): Promise<Model> {
    return inWords(this.untitled(options));
  }

  /** What the learner saved in a folder that they did not make themselves. */
  private async saved(folder: string): Promise<Model[]> {
    const items: Model[] = [];
    const storage = await this.storage;
    await storage.iterate((item: Model, key) => {
      if (PathExt.dirname(key) === folder) {
        items.push({ ...item, content: null });
      }
    });
    return items;
  }

  private own(path: string, options?: Contents.IFetchOptions): Promise<Model> {
    return super.get(path, options);
  }

  private async untitled(options: Contents.ICreateOptions = {}): Promise<Model> {
    const folder = options.path ?? '';
    const { content } = await this.get(folder, { content: true });
    const taken = new Set((content as Contents.IModel[]).map(item => item.name));
    const fresh = freshModel(options);
    const name = freeName(fresh.name, taken);
    return super.save(PathExt.join(folder, name), { ...fresh, name });
  }
}

/** A new file as JupyterLab's server makes it, by the name it has where that is free. */
function freshModel({
  type,
  ext
}: Contents.ICreateOptions): Partial<Contents.IModel> & { name: string } {
  switch (type) {
    case 'directory':
      return { name: 'Untitled Folder', type, format: 'json', content: null };
    case 'notebook':
      return {
        name: 'Untitled.ipynb',
        type,
        format: 'json',
        content: { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 }
      };
    default:
      return { name: `untitled${dotted(ext)}`, type: 'file', format: 'text', content: '' };
  }
}

function dotted(extension = ''): string {
  return extension === '' || extension.startsWith('.') ? extension : `.${extension}`;
}

/** Passes a result on, and puts the browser's own errors into words. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw storageError(error);
  }
}

/** The error to show for a failed save; anything but a storage error stays as it is. */
export function storageError(error: unknown): unknown {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  switch (name) {
    case 'QuotaExceededError':
      return new Error(
        'The storage of this browser is full, so this was not saved. It is still open here: ' +
          'download it, or delete other notebooks and save again.',
        { cause: error }
      );
    case 'InvalidStateError':
    case 'SecurityError':
    case 'UnknownError':
      return new Error(
        'The browser does not let the page keep this any more. It is still open here: ' +
          'download it before you close the page.',
        { cause: error }
      );
    default:
      return error;
  }
}
