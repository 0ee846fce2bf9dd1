import type { Contents } from '@jupyterlab/services';
import { strFromU8, strToU8, unzip, zip, type Unzipped, type Zippable } from 'fflate';
import { freeName } from './names';

/** What the archive needs of JupyterLab's contents manager. */
export type ArchiveContents = Pick<Contents.IManager, 'get' | 'save'>;

/** What became of the files of an archive, by their paths. */
export interface ArchiveReport {
  added: string[];
  /** Those of `added` whose own name was taken. */
  renamed: string[];
  /** Names in the archive that lead outside the notebooks or hold no readable file. */
  refused: string[];
}

/** Everything in `contents` as the bytes of a zip file. */
export async function writeArchive(contents: ArchiveContents): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {};
  const walk = async (folder: string): Promise<void> => {
    const { content } = await contents.get(folder, { content: true });
    for (const item of content as Contents.IModel[]) {
      if (item.type === 'directory') {
        await walk(item.path);
      } else {
        files[item.path] = toBytes(await contents.get(item.path, { content: true }));
      }
    }
  };
  await walk('');
  return new Promise((resolve, reject) => {
    zip(files, (error, bytes) => (error ? reject(error) : resolve(new Uint8Array(bytes))));
  });
}

/** Adds the files of a zip file to `contents`; nothing that is there is overwritten. */
export async function readArchive(
  contents: ArchiveContents,
  bytes: Uint8Array
): Promise<ArchiveReport> {
  const report: ArchiveReport = { added: [], renamed: [], refused: [] };
  for (const [name, data] of Object.entries(await unpack(bytes))) {
    if (name.endsWith('/') || name.startsWith('__MACOSX/')) {
      continue;
    }
    const steps = safeSteps(name);
    const model = steps && toModel(name, data);
    if (!steps || !model) {
      report.refused.push(name);
      continue;
    }
    const folder = await makeFolder(contents, steps.slice(0, -1));
    const wanted = steps.at(-1) ?? name;
    const free = freeName(wanted, await namesIn(contents, folder));
    const path = join(folder, free);
    await contents.save(path, { ...model, name: free, path });
    report.added.push(path);
    if (free !== wanted) {
      report.renamed.push(path);
    }
  }
  return report;
}

/** The folders and the name in a path of an archive, or null if it leads outside or is hidden. */
export function safeSteps(name: string): string[] | null {
  const steps = name.replaceAll('\\', '/').split('/');
  const safe = steps.every(
    step => step !== '' && !step.startsWith('.') && !/[\p{Cc}:]/u.test(step)
  );
  return safe ? steps : null;
}

function unpack(bytes: Uint8Array): Promise<Unzipped> {
  return new Promise((resolve, reject) => {
    unzip(bytes, (error, files) =>
      error ? reject(new Error('This is not a .zip file, or it is damaged.')) : resolve(files)
    );
  });
}

async function makeFolder(contents: ArchiveContents, steps: string[]): Promise<string> {
  let folder = '';
  for (const step of steps) {
    const { content } = await contents.get(folder, { content: true });
    const items = content as Contents.IModel[];
    const taken = items.filter(item => item.type !== 'directory').map(item => item.name);
    const name = freeName(step, new Set(taken));
    folder = join(folder, name);
    if (!items.some(item => item.name === name)) {
      await contents.save(folder, { type: 'directory', name, path: folder });
    }
  }
  return folder;
}

async function namesIn(contents: ArchiveContents, folder: string): Promise<Set<string>> {
  const { content } = await contents.get(folder, { content: true });
  return new Set((content as Contents.IModel[]).map(item => item.name));
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The bytes of a file, as it is to lie on a disk. */
export function toBytes(model: Contents.IModel): Uint8Array {
  const { content, format } = model;
  if (typeof content === 'string') {
    // What was uploaded is kept as it came, notebooks too.
    return format === 'base64' ? fromBase64(content) : strToU8(content);
  }
  return strToU8(content === null ? '' : `${JSON.stringify(content, null, 1)}\n`);
}

/** The model to save for a file of the archive; null for a notebook that is no JSON. */
function toModel(name: string, data: Uint8Array): Partial<Contents.IModel> | null {
  if (name.endsWith('.ipynb')) {
    try {
      return { type: 'notebook', format: 'json', content: JSON.parse(strFromU8(data)) };
    } catch {
      return null;
    }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
    return { type: 'file', format: 'text', content: text };
  } catch {
    return { type: 'file', format: 'base64', content: toBase64(data) };
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

function toBase64(data: Uint8Array): string {
  let text = '';
  for (const byte of data) {
    text += String.fromCharCode(byte);
  }
  return btoa(text);
}
