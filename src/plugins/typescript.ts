import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { EditorExtensionRegistry, IEditorExtensionRegistry } from '@jupyterlab/codemirror';
import { ICompletionProviderManager } from '@jupyterlab/completer';
import { IRenderMimeRegistry, MimeModel } from '@jupyterlab/rendermime';
import type { RenderMarkdown } from '../language/codemirror';
import { TypeScriptCompletionProvider } from '../language/completion-provider';
import { lazyLanguageExtension } from '../language/lazy-codemirror';
import type { NotebookClients } from '../language/notebook-clients';
import { ILanguages } from '../tokens';

/** What the language service knows, shown in TypeScript notebooks that CodeMirror edits. */
export const typescriptPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:typescript',
  description: 'Completes, explains and marks the cells of TypeScript notebooks.',
  autoStart: true,
  requires: [ILanguages, IRenderMimeRegistry],
  optional: [ICompletionProviderManager, IEditorExtensionRegistry],
  activate: (
    _,
    languages: NotebookClients,
    rendermime: IRenderMimeRegistry,
    completion: ICompletionProviderManager | null,
    extensions: IEditorExtensionRegistry | null
  ) => {
    const render: RenderMarkdown = async source => {
      const renderer = rendermime.createRenderer('text/markdown');
      await renderer.renderModel(new MimeModel({ data: { 'text/markdown': source } }));
      return renderer.node;
    };
    const provider = new TypeScriptCompletionProvider(languages);
    completion?.registerProvider(provider);
    completion?.selected.connect((_, { insertText }) => void provider.chosen(insertText));
    extensions?.addExtension({
      name: 'lessonbook:typescript',
      factory: ({ model }) =>
        EditorExtensionRegistry.createImmutableExtension(
          lazyLanguageExtension(languages, model.sharedModel, render)
        )
    });
  }
};
