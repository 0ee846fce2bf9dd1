import './configure';
import './styles';
import { JupyterLab } from '@jupyterlab/application';
import { PageConfig } from '@jupyterlab/coreutils';
import { IServiceManager } from '@jupyterlab/services';
import { PluginRegistry } from '@lumino/coreutils';
import lessonbook from '../index';
import { archive } from '../plugins/archive';
import { downloads } from '../plugins/download';
import { siteUrl } from './address';
import { showChunkMissing, watchChunks } from './chunks';
import { mimeExtensions, plugins } from './extensions';
import { language } from './language';
import { logo } from './logo';
import { prepareNotices } from './notice';
import { keepOffline } from './offline';
import { hideOpening, showOpeningFailed } from './opening';
import { routerPlugins } from './router';
import { saveAll } from './save';
import { keepingPlugin, storagePlugins } from './storage';

async function open(): Promise<void> {
  const pluginRegistry = new PluginRegistry<never>();
  pluginRegistry.registerPlugins(
    [
      ...plugins,
      ...storagePlugins,
      ...routerPlugins,
      keepingPlugin,
      language,
      logo,
      archive,
      downloads,
      ...lessonbook
    ].filter(plugin => !PageConfig.Extension.isDisabled(plugin.id))
  );
  const serviceManager = await pluginRegistry.resolveRequiredService(IServiceManager);
  const app = new JupyterLab({ pluginRegistry, serviceManager, mimeExtensions });

  const reload = () => location.reload();
  const saveAndReload = () => void saveAll(app).then(saved => saved && reload());
  watchChunks(() => showChunkMissing(saveAndReload));

  await app.start({ bubblingKeydown: true });
  await app.restored;
  hideOpening();
  await prepareNotices();

  // Only now, so that filling the offline copy does not compete with opening the app.
  const script = new URL('service-worker.js', siteUrl(document.baseURI)).href;
  await keepOffline(script, { save: () => saveAll(app), reload });
}

open().catch((error: unknown) => {
  console.error(error);
  showOpeningFailed(error);
});
