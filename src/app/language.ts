import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { DataConnector } from '@jupyterlab/statedb';
import { type ILanguageList, ITranslatorConnector, type Language } from '@jupyterlab/translation';

type Query = { language: string } | undefined;

/** The app ships JupyterLab's own English and asks no server for other languages. */
class EnglishConnector
  extends DataConnector<Language, Language, Query>
  implements ITranslatorConnector
{
  override fetch(): Promise<ILanguageList>;
  override fetch(query: { language: string }): Promise<Language>;
  override fetch(query?: Query): Promise<Language | ILanguageList> {
    const languages = { en: { displayName: 'English', nativeName: 'English' } };
    return Promise.resolve({ data: query ? {} : languages, message: '' });
  }
}

export const language: JupyterFrontEndPlugin<ITranslatorConnector> = {
  id: 'lessonbook:language',
  description: 'Provides the language packs of the app.',
  autoStart: true,
  provides: ITranslatorConnector,
  activate: () => new EnglishConnector()
};
