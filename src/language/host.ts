import type { FromLanguage, ToLanguage } from '../protocol/language';

/** A worker that runs the language service: one of the page, or a thread of Node. */
export interface LanguageWorker {
  post(message: ToLanguage): void;
  /** Ends the worker at once; nothing is heard of it afterwards. */
  terminate(): void;
}

/** What a worker reports. */
export interface LanguageEvents {
  message(message: FromLanguage): void;
  /** The worker ended by itself. */
  crashed(reason: string): void;
}

/** Starts workers; the one thing that differs between page and Node. */
export interface LanguageHost {
  spawn(events: LanguageEvents): LanguageWorker;
}
