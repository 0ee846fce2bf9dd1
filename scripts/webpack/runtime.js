import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';
import { EsbuildPlugin } from 'esbuild-loader';
import { LicensesPlugin } from './licenses.js';
import { base, outputs, production, root, typescriptRule } from './shared.js';

const wasmFolder = path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');
const wasmNames = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm'
];
const dataFolder = path.join(root, 'src/modules/datasets');

/**
 * Adds the wasm files and the data sets' packed files under hashed names and writes
 * `manifest.json`: the entry, every chunk, wasm file and data file, which is all that the page will
 * hand to a worker.
 */
class RuntimeManifestPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('RuntimeManifest', compilation => {
      const { RawSource } = webpack.sources;
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'RuntimeManifest', stage }, () => {
        const wasm = {};
        const data = {};
        const emit = (folder, name) => {
          const bytes = readFileSync(path.join(folder, name));
          const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
          // Some servers would unpack what is called `.gz` on its way.
          const file = name.replace('.', `.${hash}.`).replace(/\.gz$/, '.packed');
          compilation.emitAsset(file, new RawSource(bytes));
          return { file, size: bytes.length };
        };
        for (const name of wasmNames) {
          wasm[name] = emit(wasmFolder, name).file;
        }
        for (const name of readdirSync(dataFolder).filter(each => each.endsWith('.gz'))) {
          data[name] = emit(dataFolder, name);
        }
        const [entry, frame] = ['runtime', 'frame'].map(name =>
          compilation.entrypoints
            .get(name)
            .getFiles()
            .find(file => file.endsWith('.mjs'))
        );
        const chunks = compilation
          .getAssets()
          .map(asset => asset.name)
          .filter(name => name.endsWith('.mjs') && name !== entry && name !== frame)
          .sort();
        const manifest = { entry, frame, chunks, wasm, data };
        compilation.emitAsset('manifest.json', new RawSource(JSON.stringify(manifest, null, 2)));
      });
    });
  }
}

const minified = { target: 'es2022', legalComments: 'none' };
const library = /^library-/;
/** Not `keepNames`: it adds calls, also to functions that TensorFlow.js sends to workers as text. */
const named = { minifyIdentifiers: false, minifyWhitespace: true, minifySyntax: true };

/** The runtime worker, one build for the browser and for Node, and the frame that holds it. */
export const runtime = {
  ...base('runtime'),
  target: ['webworker', 'es2022'],
  entry: {
    runtime: { import: './src/runtime/worker.ts', library: { type: 'module' } },
    frame: './src/kernel/frame.ts'
  },
  experiments: { outputModule: true },
  output: {
    path: outputs.runtime,
    clean: true,
    module: true,
    chunkFormat: 'module',
    chunkLoading: 'import',
    // Chunks come as bytes from the host, since the worker may reach no address of its own.
    importFunctionName: 'globalThis.lessonbookImportChunk',
    publicPath: '',
    filename: '[name].[contenthash].mjs',
    chunkFilename: '[name].[contenthash].mjs'
  },
  module: {
    rules: [typescriptRule, { test: /\.m?js$/, resolve: { fullySpecified: false } }],
    // The TypeScript compiler probes for Node through calls that webpack cannot follow.
    noParse: /node_modules\/typescript\/lib\/typescript\.js$/
  },
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    fallback: { fs: false, path: false, os: false, crypto: false, util: false, perf_hooks: false }
  },
  optimization: {
    minimize: production,
    // A library is one file with functions that keep their names, which its errors can be read by.
    splitChunks: false,
    minimizer: [
      new EsbuildPlugin({ ...minified, exclude: library }),
      new EsbuildPlugin({ ...minified, include: library, ...named })
    ]
  },
  plugins: [new RuntimeManifestPlugin(), new LicensesPlugin()]
};
