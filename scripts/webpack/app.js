import path from 'node:path';
import webpack from 'webpack';
import { EsbuildPlugin } from 'esbuild-loader';
import workbox from 'workbox-webpack-plugin';
import { base, outputs, production, root, typescriptRule } from './shared.js';
import { SitePlugin } from './site.js';

const shared = base('app');
const hashed = 'static/[name].[contenthash]';

/** The static site: JupyterLab, our plugins, the runtime, the notebooks, an offline copy. */
export const app = {
  ...shared,
  dependencies: ['runtime', 'language'],
  target: ['web', 'es2022'],
  // Style sheets as files: they load beside the scripts instead of being put in one by one.
  experiments: { css: true },
  entry: { main: './src/app/index.ts' },
  output: {
    path: outputs.app,
    clean: true,
    publicPath: 'auto',
    filename: `${hashed}.js`,
    chunkFilename: `${hashed}.js`,
    cssFilename: `${hashed}.css`,
    cssChunkFilename: `${hashed}.css`,
    assetModuleFilename: 'static/[name].[contenthash][ext]'
  },
  module: {
    rules: [
      typescriptRule,
      { test: /\.m?js$/, type: 'javascript/auto', resolve: { fullySpecified: false } },
      { test: /(?<!\.raw)\.css$/, type: 'css' },
      { test: /\.raw\.css$/, type: 'asset/source' },
      { test: /\.ipynb$/, type: 'json' },
      { test: /\.(md|txt)$/, type: 'asset/source' },
      { test: /\.(gif|jpe?g|png|ttf|woff2?)$/, type: 'asset/resource' },
      { test: /\.svg$/, issuer: /\.css$/, type: 'asset/inline' },
      { test: /\.svg$/, issuer: /\.(js|ts|tsx)$/, type: 'asset/source' },
      { resourceQuery: /raw/, type: 'asset/source' },
      { resourceQuery: /text/, type: 'asset/resource' }
    ]
  },
  resolve: {
    ...shared.resolve,
    alias: {
      'lessonbook-runtime-manifest$': path.join(outputs.runtime, 'manifest.json'),
      'lessonbook-language-manifest$': path.join(outputs.language, 'manifest.json'),
      // JupyterLab still loads this icon font for old extensions; nothing here shows it.
      '@fortawesome/fontawesome-free/css': false
    },
    fallback: {
      buffer: false,
      crypto: false,
      path: path.join(root, 'node_modules/path-browserify'),
      stream: false,
      url: false,
      util: false
    }
  },
  optimization: {
    minimize: production,
    minimizer: [
      new EsbuildPlugin({
        target: 'es2022',
        css: true,
        legalComments: 'none',
        exclude: /^(runtime|language)\//
      })
    ],
    // What is loaded first comes in a few files, fetched and compiled side by side; the packages
    // change less often than our own code.
    splitChunks: {
      chunks: 'all',
      cacheGroups: {
        // One file, since the order of the rules counts.
        styles: { type: /css/, chunks: 'initial', name: 'styles', enforce: true, priority: 10 },
        defaultVendors: {
          test: /node_modules/,
          chunks: 'initial',
          name: 'packages',
          maxSize: 3_000_000,
          priority: 0
        }
      }
    }
  },
  plugins: [
    // Style sheets of JupyterLab name packages as `~package`.
    new webpack.NormalModuleReplacementPlugin(/^~/, resource => {
      resource.request = resource.request.slice(1);
    }),
    new webpack.DefinePlugin({ 'process.env': '{}' }),
    new webpack.ProvidePlugin({ process: 'process/browser' }),
    new SitePlugin(),
    new workbox.GenerateSW({
      swDest: 'service-worker.js',
      sourcemap: false,
      inlineWorkboxRuntime: true,
      babelPresetEnvTargets: ['chrome >= 110', 'firefox >= 115', 'safari >= 16.4'],
      cacheId: 'lessonbook',
      cleanupOutdatedCaches: true,
      // The page that installs the first copy uses it at once; a later copy waits its turn.
      clientsClaim: true,
      skipWaiting: false,
      directoryIndex: 'index.html',
      ignoreURLParametersMatching: [/./],
      dontCacheBustURLsMatching: /\.[0-9a-f]{16,}\./,
      maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
      exclude: [/\.map$/, /^\./, /\.LICENSE\.txt$/]
    })
  ]
};
