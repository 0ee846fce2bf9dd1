import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LanguageEvents, LanguageHost, LanguageWorker } from '../language/host';
import type { FromLanguage, LanguageManifest } from '../protocol/language';
import type { LanguageStart } from './language-thread';

/** Runs the language service in a thread of Node, which does not keep the process alive. */
export class ThreadLanguageHost implements LanguageHost {
  /** @param folder of the built service */
  constructor(private readonly folder: string) {}

  /** @throws Error when the service is not built */
  spawn(events: LanguageEvents): LanguageWorker {
    const read = (name: string) => readFileSync(path.join(this.folder, name), 'utf8');
    const { entry, types } = JSON.parse(read('manifest.json')) as LanguageManifest;
    const workerData: LanguageStart = { entry: path.join(this.folder, entry) };
    const worker = new Worker(new URL('./language-thread.ts', import.meta.url), { workerData });
    worker.unref();
    let ended = false;
    const crash = (reason: string) => {
      if (!ended) {
        ended = true;
        events.crashed(reason);
      }
    };
    worker.on('message', (message: FromLanguage) => events.message(message));
    worker.on('error', error => crash(error instanceof Error ? error.message : String(error)));
    worker.on('exit', code => crash(`its thread ended with code ${code}`));
    const post: LanguageWorker['post'] = message => worker.postMessage(message);
    post({ kind: 'start', types: { text: read(types) } });
    return {
      post,
      terminate() {
        ended = true;
        void worker.terminate();
      }
    };
  }
}
