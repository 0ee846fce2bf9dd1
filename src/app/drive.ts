import { PathExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import { BrowserStorageDrive } from '@jupyterlite/services';
import { freeName } from './names';

type Model = Contents.IModel;

/** JupyterLite's drive, which says in clear words why something could not be saved. */
export class BrowserDrive extends BrowserStorageDrive {
  override async get(path: string, options?: Contents.IFetchOptions): Promise<Model> {
    try {
      return await super.get(path, options);
    } catch (error) {
      if (error instanceof SyntaxError) {
        throw new Error(
          `${path} is no notebook: its text is not JSON (${error.message}). ` +
            'It is kept as it is; "Open With → Editor" shows its text.',
          { cause: error }
        );
      }
      throw error;
    }
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
