import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import { IMainMenu } from '@jupyterlab/mainmenu';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { downloadIcon } from '@jupyterlab/ui-components';
import { downloadFile } from '../app/download';

/**
 * Downloads from the browser's own storage. The stock commands leave the name to the server's
 * address, and there is no server.
 */
export const downloads: JupyterFrontEndPlugin<void> = {
  id: 'lessonbook:download',
  description: 'Downloads the open document, and files chosen in the file browser.',
  autoStart: true,
  requires: [IDocumentManager, IFileBrowserFactory],
  optional: [IMainMenu, ICommandPalette, ITranslator],
  activate: (
    app,
    documents: IDocumentManager,
    browsers: IFileBrowserFactory,
    menu: IMainMenu | null,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load('lessonbook');
    const { commands, shell, serviceManager } = app;
    const current = () =>
      shell.currentWidget ? documents.contextForWidget(shell.currentWidget) : undefined;

    commands.addCommand('docmanager:download', {
      label: trans.__('Download'),
      caption: trans.__('Download the file to your computer'),
      isEnabled: () => current() !== undefined,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        const context = current();
        if (context) {
          // What is on the screen, not what was saved last.
          if (context.model.dirty) {
            await context.save();
          }
          await downloadFile(serviceManager.contents, context.path);
        }
      }
    });
    menu?.fileMenu.addGroup([{ command: 'docmanager:download' }], 59);
    palette?.addItem({ command: 'docmanager:download', category: trans.__('File Operations') });
    shell.currentChanged?.connect(() => commands.notifyCommandChanged('docmanager:download'));

    const chosen = () =>
      [...(browsers.tracker.currentWidget?.selectedItems() ?? [])].filter(
        item => item.type !== 'directory'
      );
    commands.addCommand('filebrowser:download', {
      label: trans.__('Download'),
      icon: downloadIcon.bindprops({ stylesheet: 'menuItem' }),
      isVisible: () => chosen().length > 0,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        for (const { path } of chosen()) {
          await downloadFile(serviceManager.contents, path);
        }
      }
    });
    app.contextMenu.addItem({
      command: 'filebrowser:download',
      selector: '.jp-DirListing-item[data-isdir="false"]',
      rank: 9
    });
  }
};
