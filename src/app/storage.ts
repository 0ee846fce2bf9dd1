import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { type Contents, IDefaultDrive, type ServiceManagerPlugin } from '@jupyterlab/services';
import { ensureMemoryStorage, ILocalForage } from '@jupyterlite/localforage';
import { Token } from '@lumino/coreutils';
import localforage from 'localforage';
import { BrowserDrive } from './drive';
import { noticeOnce } from './notice';
import { canKeep } from './probe';

/** Where the app keeps things. */
interface IStorage {
  localforage: typeof localforage;
  /** False where the browser forbids storage and everything lives until the page is closed. */
  kept: boolean;
}

const IStorage = new Token<IStorage>('lessonbook:IStorage', 'Where the app keeps things.');

const storage: ServiceManagerPlugin<IStorage> = {
  id: 'lessonbook:storage',
  description: 'Finds out whether the browser keeps things, and falls back to memory.',
  autoStart: true,
  provides: IStorage,
  activate: async () => {
    const kept = await canKeep(() => globalThis.indexedDB);
    if (!kept) {
      await ensureMemoryStorage(localforage);
    }
    const drivers = JSON.stringify([kept ? localforage.INDEXEDDB : 'memoryStorageDriver']);
    for (const name of ['contents', 'settings', 'workspaces']) {
      PageConfig.setOption(`${name}StorageDrivers`, drivers);
    }
    return { localforage, kept };
  }
};

const forage: ServiceManagerPlugin<ILocalForage> = {
  id: 'lessonbook:localforage',
  description: 'Provides the storage to settings and workspaces.',
  autoStart: true,
  provides: ILocalForage,
  requires: [IStorage],
  activate: (_, { localforage }: IStorage) => ({ localforage })
};

const drive: ServiceManagerPlugin<Contents.IDrive> = {
  id: 'lessonbook:drive',
  description: 'Provides the drive that the notebooks are kept in.',
  autoStart: true,
  provides: IDefaultDrive,
  requires: [IStorage],
  activate: (_, { localforage }: IStorage) =>
    new BrowserDrive({
      localforage,
      storageName: PageConfig.getOption('contentsStorageName'),
      storageDrivers: JSON.parse(PageConfig.getOption('contentsStorageDrivers')) as string[]
    })
};

const keeping: JupyterFrontEndPlugin<void> = {
  id: 'lessonbook:keeping',
  description: 'Asks the browser to keep what was saved, and says so when it does not.',
  autoStart: true,
  requires: [IStorage],
  activate: (app, { kept }: IStorage) => {
    const { contents } = app.serviceManager;
    if (!kept) {
      const message =
        'This browser keeps nothing for this page. Download your notebooks before you close it.';
      void app.restored.then(() => noticeOnce(message, 'warning'));
      return;
    }
    const persist = (): void => {
      contents.fileChanged.disconnect(persist);
      void navigator.storage?.persist?.();
    };
    contents.fileChanged.connect(persist);
  }
};

export const storagePlugins = [storage, forage, drive];
export const keepingPlugin = keeping;
