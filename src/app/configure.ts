// Imported before everything else: some JupyterLab modules read the configuration as they load.
import { PageConfig } from '@jupyterlab/coreutils';
import { pageOptions, siteUrl } from './address';

for (const [name, value] of Object.entries(pageOptions(siteUrl(document.baseURI)))) {
  PageConfig.setOption(name, value);
}
