import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import type { ISessionContext } from '@jupyterlab/apputils';
import { IConsoleTracker } from '@jupyterlab/console';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { ITranslator } from '@jupyterlab/translation';
import type { Hub } from '../kernel/hub';
import { sanitize } from '../kernel/sanitize';
import { guardOutputs, type GuardOptions } from '../outputs/guard';
import { IHub } from '../tokens';
import { isOurs } from './ours';

/** Outputs of our kernels, in notebooks and consoles, are filtered when they are shown. */
export const outputsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-lessonbook:outputs',
  description: 'Makes outputs of TypeScript notebooks harmless before they are shown.',
  autoStart: true,
  requires: [IHub],
  optional: [IConsoleTracker, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    hub: Hub,
    consoles: IConsoleTracker | null,
    translator: ITranslator | null
  ) => {
    const options = (guards: GuardOptions['guards']): GuardOptions => ({
      guards,
      sanitize,
      translate: (sentence, ...args) => hub.translate(sentence, ...args),
      translator: translator ?? undefined
    });
    const runsOurs = ({ session }: ISessionContext) => hub.owns(session?.kernel?.name);
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew: ({ content, context }: NotebookPanel) => {
        // Saved outputs are shown before there is a kernel, and what the file says of itself is all
        // that is known of them.
        const guards = () => isOurs(hub, content.model) || runsOurs(context.sessionContext);
        guardOutputs(content.rendermime, options(guards));
      }
    });
    consoles?.widgetAdded.connect((_, { console, sessionContext }) =>
      guardOutputs(
        console.rendermime,
        options(() => runsOurs(sessionContext))
      )
    );
  }
};
