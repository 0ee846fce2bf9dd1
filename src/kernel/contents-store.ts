import type { Contents } from '@jupyterlab/services';
import type { FileStore, StoredEntry } from './file-store';

/** Files as Jupyter's contents manager keeps them: on a server, or in the browser. */
export class ContentsStore implements FileStore {
  constructor(private readonly contents: Contents.IManager) {}

  async list(folder: string): Promise<StoredEntry[]> {
    const { content } = await this.contents.get(folder, { type: 'directory', content: true });
    return (content as Contents.IModel[]).map(({ name, type, size }) => ({
      name,
      isFolder: type === 'directory',
      size
    }));
  }

  async read(path: string): Promise<ArrayBuffer> {
    // Without a format, text comes as text; not every drive can turn it into base64.
    const { content, format } = await this.contents.get(path, { type: 'file', content: true });
    switch (format) {
      case 'base64':
        return fromBase64(String(content));
      case 'json':
        return new TextEncoder().encode(JSON.stringify(content)).buffer;
      default:
        return new TextEncoder().encode(String(content ?? '')).buffer;
    }
  }

  async write(path: string, bytes: ArrayBuffer): Promise<void> {
    const steps = path.split('/').slice(0, -1);
    let folder = '';
    for (const step of steps) {
      const entries = await this.list(folder);
      folder = folder === '' ? step : `${folder}/${step}`;
      if (!entries.some(({ name }) => name === step)) {
        await this.contents.save(folder, { type: 'directory', format: 'json', content: null });
      }
    }
    await this.contents.save(path, { type: 'file', ...encode(bytes) });
  }
}

/** Text as text, so that an editor opens it. */
function encode(bytes: ArrayBuffer): Pick<Contents.IModel, 'format' | 'content'> {
  try {
    return {
      format: 'text',
      content: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    };
  } catch {
    return { format: 'base64', content: toBase64(new Uint8Array(bytes)) };
  }
}

const PIECE = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}

function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0)).buffer;
}
