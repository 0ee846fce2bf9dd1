import { EsbuildPlugin } from 'esbuild-loader';
import { base, outputs, production, typescriptRule } from './shared.js';

/** Packages that are found where they are installed: too large to copy, or no JavaScript. */
const installed = ['esbuild', 'typescript', 'zeromq'];

/** The command line, `build/node/lessonbook.mjs`; it finds the runtime beside its own folder. */
export const node = {
  ...base('node'),
  dependencies: ['runtime', 'language'],
  target: 'node22',
  entry: { lessonbook: './src/node/cli.ts' },
  experiments: { outputModule: true },
  externals: [
    ({ request }, callback) =>
      installed.includes(request) ? callback(null, `module ${request}`) : callback()
  ],
  output: {
    path: outputs.node,
    clean: true,
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
    filename: '[name].mjs',
    chunkFilename: '[name].mjs'
  },
  module: {
    rules: [typescriptRule],
    parser: {
      javascript: { worker: ['Worker from node:worker_threads', '...'] }
    }
  },
  optimization: {
    minimize: production,
    minimizer: [new EsbuildPlugin({ target: 'es2022', legalComments: 'none' })],
    splitChunks: false
  }
};
