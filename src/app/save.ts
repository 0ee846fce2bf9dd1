import type { JupyterLab } from '@jupyterlab/application';
import { noticeOnce } from './notice';

/** Saves every open document; true when nothing is left unsaved. */
export async function saveAll(app: JupyterLab): Promise<boolean> {
  await app.commands.execute('docmanager:save-all');
  if (app.status.isDirty) {
    noticeOnce(
      'Something could not be saved, so the page was not reloaded. Download it first.',
      'warning'
    );
  }
  return !app.status.isDirty;
}
