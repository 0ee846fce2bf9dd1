import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Notification } from '@jupyterlab/apputils';
import { IEditorServices } from '@jupyterlab/codeeditor';
import { IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { ContentFactory } from '../editor/content-factory';
import { LazyMonaco } from '../editor/lazy';
import { Notebooks } from '../editor/notebooks';
import { wantsMonaco, type MonacoChoice } from '../editor/wanted';
import type { NotebookClients } from '../language/notebook-clients';
import { ILanguages } from '../tokens';

const ID = 'jupyterlab-lessonbook:editor';

/** Notebooks whose lessons are edited in Monaco; it stands in the place of JupyterLab's own. */
export const editorPlugin: JupyterFrontEndPlugin<NotebookPanel.IContentFactory> = {
  id: ID,
  description: 'Edits the cells of lessons in Monaco.',
  autoStart: true,
  provides: NotebookPanel.IContentFactory,
  requires: [IEditorServices, ILanguages],
  optional: [IEditorExtensionRegistry, ISettingRegistry, ITranslator],
  activate: (
    _: JupyterFrontEnd,
    services: IEditorServices,
    languages: NotebookClients,
    extensions: IEditorExtensionRegistry | null,
    settings: ISettingRegistry | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    // The widest until the user's own is known: cells wait for that.
    let choice: MonacoChoice = settings ? 'typescript' : 'lessons';
    let screenReader = false;
    const follow = (loaded: ISettingRegistry.ISettings): void => {
      choice = loaded.get('monaco').composite as MonacoChoice;
      screenReader = loaded.get('screenReader').composite === true;
      monaco.editors?.refresh();
    };
    const known = settings?.load(ID).then(
      loaded => {
        follow(loaded);
        loaded.changed.connect(follow);
      },
      () => {
        choice = 'lessons';
      }
    );

    const notebooks = new Notebooks();
    const monaco = new LazyMonaco(
      {
        trans,
        base: () => ({ ...extensions?.baseConfiguration, screenReader }),
        languages,
        reveal: (notebook, cell, selection) => notebooks.reveal(notebook, cell, selection)
      },
      (error: unknown) => {
        console.error(error);
        Notification.warning(
          trans.__(
            'The editor of lessons could not be loaded, so that its cells have the simpler editor of other notebooks. Reload the page to try again.'
          ),
          { autoClose: false }
        );
      }
    );
    void settings?.load('@jupyterlab/codemirror-extension:plugin').then(loaded => {
      loaded.changed.connect(() => monaco.editors?.refresh());
    });
    return new ContentFactory({
      monaco,
      notebooks,
      stock: services.factoryService.newInlineEditor,
      known: Promise.resolve(known),
      wants: read => wantsMonaco(choice, read)
    });
  }
};
