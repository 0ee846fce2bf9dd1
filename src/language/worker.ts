/** The entry of the built language worker, the same for a page and for a thread of Node. */
import type { FromLanguage, ToLanguage } from '../protocol/language';
import type { TypesPack } from './pack';
import { LanguageService } from './service';

let service: LanguageService | undefined;

/** How many files have been asked for, by notebook. */
const asked = new Map<string, number>();

const post = (message: FromLanguage) => postMessage(message);

async function start(types: Extract<ToLanguage, { kind: 'start' }>['types']): Promise<void> {
  service = new LanguageService(await read(types));
  service.warm();
  post({ kind: 'ready' });
}

async function read(types: Extract<ToLanguage, { kind: 'start' }>['types']): Promise<TypesPack> {
  if ('text' in types) {
    return JSON.parse(types.text) as TypesPack;
  }
  const response = await fetch(types.url);
  if (!response.ok) {
    throw new Error(`${types.url} could not be loaded (${response.status}).`);
  }
  return (await response.json()) as TypesPack;
}

addEventListener('message', ({ data }: MessageEvent<ToLanguage>) => {
  switch (data.kind) {
    case 'start':
      start(data.types).catch((error: unknown) => {
        // Uncaught, so that whoever started the worker hears of it.
        queueMicrotask(() => {
          throw error;
        });
      });
      break;
    case 'cells':
      service?.change(data.notebook, data.change);
      want(data.notebook);
      break;
    case 'close':
      service?.close(data.notebook);
      asked.delete(data.notebook);
      break;
    case 'request':
      answer(data);
      break;
  }
});

/** Asks for the files that a notebook is found to import, once for each new one. */
function want(notebook: string): void {
  const paths = service?.wanted(notebook) ?? [];
  if (paths.length > (asked.get(notebook) ?? 0)) {
    asked.set(notebook, paths.length);
    post({ kind: 'wants', notebook, paths });
  }
}

function answer({ id, notebook, call }: Extract<ToLanguage, { kind: 'request' }>): void {
  try {
    const result = service?.answer(notebook, call);
    post({ kind: 'answer', id, result });
    want(notebook);
  } catch (error) {
    post({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) });
  }
}
