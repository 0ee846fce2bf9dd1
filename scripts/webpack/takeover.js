import webpack from 'webpack';

/**
 * Wraps the container of the extension so that the stock plugins in whose place ours run are
 * disabled only once ours have arrived. Listed as `disabledExtensions` in `package.json` they would
 * be off as soon as the extension is installed, and a page that fails to load one file of ours
 * would then have no kernels at all.
 *
 * JupyterLab's page waits for `init` before it reads which plugins are disabled. This function is
 * put into the page as text, so it may use nothing from outside itself.
 *
 * @param {string} name of the extension
 * @param {Record<string, string>} replacements our plugin for each stock one
 */
export function takeOver(name, replacements) {
  const container = window._JUPYTERLAB[name];
  const disableReplaced = () => {
    const element = document.getElementById('jupyter-config-data');
    if (!element) {
      return;
    }
    const config = JSON.parse(element.textContent);
    const disabled = config.disabledExtensions ?? [];
    if (disabled.includes(name)) {
      return;
    }
    const replaced = Object.keys(replacements).filter(id => !disabled.includes(replacements[id]));
    config.disabledExtensions = [...disabled, ...replaced];
    element.textContent = JSON.stringify(config);
  };
  window._JUPYTERLAB[name] = {
    get: module => container.get(module),
    async init(shareScope) {
      await container.init(shareScope);
      await container.get('./extension');
      disableReplaced();
    }
  };
}

/** Appends the wrapper to the script that JupyterLab's page loads first. */
export class TakeOverPlugin {
  constructor(name, replacements) {
    this.call = `(${takeOver})(${JSON.stringify(name)}, ${JSON.stringify(replacements)});`;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('TakeOver', compilation => {
      const { ConcatSource } = webpack.sources;
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: 'TakeOver', stage }, assets => {
        for (const name of Object.keys(assets).filter(file => /^remoteEntry\..*\.js$/.test(file))) {
          compilation.updateAsset(name, source => new ConcatSource(source, '\n;', this.call));
        }
      });
    });
  }
}
