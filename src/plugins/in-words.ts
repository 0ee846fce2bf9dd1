import { ITranslator, nullTranslator, type TranslationBundle } from '@jupyterlab/translation';

/** Our sentences in the page's language; in English where nothing translates. */
export function sentences(translator: ITranslator | null): TranslationBundle {
  return (translator ?? nullTranslator).load('lessonbook');
}

/** What an error says, for a sentence that tells what failed by it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
