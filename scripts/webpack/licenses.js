import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

/** The name that JupyterLab looks for when it lists the licences of an extension. */
export const licensesFile = 'third-party-licenses.json';

/** The folder of the package that a file belongs to, or undefined for a file of our own. */
function packageFolder(file) {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0];
}

/** What is to be said of one package, in the form that JupyterLab reads. */
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8')
  );
  const file = readdirSync(folder).find(entry => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry));
  return {
    name,
    versionInfo: version,
    licenseId: typeof license === 'string' ? license : '',
    extractedText: file ? readFileSync(path.join(folder, file), 'utf8') : ''
  };
}

/**
 * Writes down the licence of every package that is bundled, as those licences ask for: minified
 * code no longer carries its notices. `include` names such files of other builds that are to be
 * taken over.
 */
export class LicensesPlugin {
  constructor({ include = [] } = {}) {
    this.include = include;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('Licenses', compilation => {
      const { RawSource } = webpack.sources;
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'Licenses', stage }, () => {
        const folders = new Set(
          [...compilation.modules]
            .flatMap(module => [...(module.modules ?? [module])])
            .map(module => packageFolder(module.nameForCondition() ?? ''))
            .filter(Boolean)
        );
        const listed = this.include
          .filter(file => existsSync(file))
          .flatMap(file => JSON.parse(readFileSync(file, 'utf8')).packages);
        const all = [...listed, ...[...folders].map(licenseOf)];
        const unique = new Map(all.map(entry => [`${entry.name} ${entry.versionInfo}`, entry]));
        const packages = [...unique.keys()].sort().map(key => unique.get(key));
        const text = JSON.stringify({ packages }, null, 2) + '\n';
        compilation.emitAsset(licensesFile, new RawSource(text));
      });
    });
  }
}
