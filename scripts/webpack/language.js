import { createHash } from 'node:crypto';
import webpack from 'webpack';
import { EsbuildPlugin } from 'esbuild-loader';
import { LicensesPlugin } from './licenses.js';
import { base, outputs, production, typescriptRule } from './shared.js';
import { packedTypes } from './types.js';

/** Adds the packed types under a hashed name, and `manifest.json` with both names. */
class LanguageFilesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('LanguageFiles', compilation => {
      const { RawSource } = webpack.sources;
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'LanguageFiles', stage }, () => {
        const text = packedTypes();
        const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
        const types = `types.${hash}.json`;
        compilation.emitAsset(types, new RawSource(text));
        const entry = compilation.entrypoints
          .get('language')
          .getFiles()
          .find(file => file.endsWith('.mjs'));
        const manifest = JSON.stringify({ entry, types }, null, 2);
        compilation.emitAsset('manifest.json', new RawSource(manifest));
      });
    });
  }
}

/** The worker of the language service, one build for pages and for Node, and the types it reads. */
export const language = {
  ...base('language'),
  target: ['webworker', 'es2022'],
  entry: { language: './src/language/worker.ts' },
  experiments: { outputModule: true },
  output: {
    path: outputs.language,
    clean: true,
    module: true,
    chunkFormat: 'module',
    publicPath: '',
    filename: '[name].[contenthash].mjs'
  },
  module: {
    rules: [typescriptRule],
    // The TypeScript compiler probes for Node through calls that webpack cannot follow.
    noParse: /node_modules\/typescript\/lib\/typescript\.js$/
  },
  resolve: {
    extensions: ['.ts', '.mjs', '.js', '.json'],
    fallback: { fs: false, path: false, os: false, crypto: false, util: false, perf_hooks: false }
  },
  optimization: {
    minimize: production,
    minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'none' })]
  },
  plugins: [new LanguageFilesPlugin(), new LicensesPlugin()]
};
