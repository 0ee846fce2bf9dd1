import type { FromLanguage, LanguageManifest } from '../protocol/language';
import type { LanguageEvents, LanguageHost, LanguageWorker } from './host';

/** Runs the language service in a worker of the page. It runs no code of cells. */
export class PageLanguageHost implements LanguageHost {
  /**
   * @param folder where the built service is served, ending in a slash
   */
  constructor(
    private readonly folder: string,
    private readonly manifest: LanguageManifest
  ) {}

  spawn(events: LanguageEvents): LanguageWorker {
    const worker = new Worker(new URL(this.manifest.entry, this.folder), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromLanguage>) => events.message(data);
    worker.onerror = event => events.crashed(event.message);
    const post: LanguageWorker['post'] = message => worker.postMessage(message);
    post({ kind: 'start', types: { url: new URL(this.manifest.types, this.folder).href } });
    return { post, terminate: () => worker.terminate() };
  }
}
