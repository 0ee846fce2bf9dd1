import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification, showErrorMessage } from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { IMainMenu } from '@jupyterlab/mainmenu';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { download, pickFile } from '../app/file';

const commandIds = {
  download: 'lessonbook:download-all',
  upload: 'lessonbook:upload-archive'
};

/** All notebooks as one zip file, out of the browser and in again. */
export const archive: JupyterFrontEndPlugin<void> = {
  id: 'lessonbook:archive',
  description: 'Downloads and uploads all notebooks as a .zip file.',
  autoStart: true,
  optional: [IMainMenu, ICommandPalette, IDefaultFileBrowser, ITranslator],
  activate: (
    app,
    menu: IMainMenu | null,
    palette: ICommandPalette | null,
    browser: IDefaultFileBrowser | null,
    translator: ITranslator | null
  ) => {
    const { commands, serviceManager } = app;
    const trans = (translator ?? nullTranslator).load('lessonbook');

    commands.addCommand(commandIds.download, {
      label: trans.__('Download All Notebooks (.zip)'),
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        const { writeArchive } = await import('../app/archive');
        const bytes = await writeArchive(serviceManager.contents);
        download(new Blob([bytes], { type: 'application/zip' }), 'lessonbook.zip');
      }
    });

    commands.addCommand(commandIds.upload, {
      label: trans.__('Upload Notebooks from a .zip …'),
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        const file = await pickFile('.zip,application/zip');
        if (!file) {
          return;
        }
        try {
          const { readArchive } = await import('../app/archive');
          const bytes = new Uint8Array(await file.arrayBuffer());
          const { added, renamed, refused } = await readArchive(serviceManager.contents, bytes);
          const parts = [trans._n('%1 file was added.', '%1 files were added.', added.length)];
          if (renamed.length > 0) {
            parts.push(
              trans.__('%1 of them have a new name, since the old one was taken.', renamed.length)
            );
          }
          if (refused.length > 0) {
            parts.push(trans.__('Not taken: %1.', refused.join(', ')));
          }
          Notification.emit(parts.join(' '), refused.length > 0 ? 'warning' : 'success', {
            autoClose: refused.length > 0 ? false : 8000
          });
        } catch (error) {
          await showErrorMessage(trans.__('%1 could not be read', file.name), error as Error);
        } finally {
          await browser?.model.refresh();
        }
      }
    });

    for (const command of Object.values(commandIds)) {
      palette?.addItem({ command, category: trans.__('File Operations') });
    }
    const items = Object.values(commandIds).map(command => ({ command }));
    menu?.fileMenu.addGroup(items, 60);
  }
};
