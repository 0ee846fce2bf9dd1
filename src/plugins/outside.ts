import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { Consent } from '../kernel/consent';
import { ContentsStore } from '../kernel/contents-store';
import { FileBroker } from '../kernel/file-broker';
import type { Hub } from '../kernel/hub';
import { NotebookOutside } from '../kernel/outside';
import { PackageBroker } from '../kernel/package-broker';
import { DEFAULT_SOURCE } from '../kernel/package-source';
import { CommandIDs, IHub } from '../tokens';
import { PackageConsent } from './package-consent';
import { pageStorage } from './page-storage';

const ID = 'jupyterlab-lessonbook:packages';

/** Lets cells reach the files beside their notebook, and packages where the learner allows it. */
export const outsidePlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Gives cells the files beside their notebook, and packages where that is allowed.',
  autoStart: true,
  requires: [IHub],
  optional: [INotebookTracker, ISettingRegistry, ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    hub: Hub,
    tracker: INotebookTracker | null,
    registry: ISettingRegistry | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    const { contents } = app.serviceManager;
    const consent = new Consent(pageStorage(), `lessonbook:packages:${PageConfig.getBaseUrl()}`);
    contents.fileChanged.connect((_, { type, oldValue, newValue }) => {
      if (type === 'rename' && oldValue?.path && newValue?.path) {
        consent.move(oldValue.path, newValue.path);
      } else if (type === 'delete' && oldValue?.path) {
        consent.set(oldValue.path, false);
      }
    });
    const questions = new PackageConsent(consent, trans, () =>
      app.commands.notifyCommandChanged(CommandIDs.allowPackages)
    );
    const store = new ContentsStore(contents);
    void sourceOf(registry).then(source => {
      hub.outside.resolve(kernelId => {
        const notebook = (): string | undefined => hub.notebookOf(kernelId);
        const { translate } = hub;
        const packages = new PackageBroker({
          source,
          isAllowed: () => consent.has(notebook() ?? ''),
          refused: specifier => questions.ask(notebook() ?? '', specifier),
          translate
        });
        return new NotebookOutside(new FileBroker({ store, notebook, translate }), packages);
      });
    });

    const current = (): string | undefined => tracker?.currentWidget?.context.localPath;
    app.commands.addCommand(CommandIDs.allowPackages, {
      label: trans.__('Let This Notebook Load Packages'),
      caption: trans.__('Packages come from the network, from the source in the settings.'),
      isEnabled: () => current() !== undefined,
      isToggled: () => consent.has(current() ?? ''),
      execute: () => {
        const path = current();
        if (path !== undefined) {
          questions.set(path, !consent.has(path));
        }
      }
    });
    palette?.addItem({ command: CommandIDs.allowPackages, category: trans.__('Lessons') });
  }
};

/** The address of packages as the settings have it. */
async function sourceOf(registry: ISettingRegistry | null): Promise<() => string> {
  const settings = await registry?.load(ID).catch(() => undefined);
  return () => (settings?.get('packageSource').composite as string | undefined) ?? DEFAULT_SOURCE;
}
