import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';
import { EsbuildPlugin } from 'esbuild-loader';
import { sharedWithCore } from './core.js';
import { LicensesPlugin, licensesFile } from './licenses.js';
import { referenceFolder, referencePages } from './reference.js';
import { base, outputs, packageData, production, root, typescriptRule } from './shared.js';
import { TakeOverPlugin } from './takeover.js';

const shared = sharedWithCore();

/** The stock plugins in whose place ours run: kernels of browser and server together, an own editor. */
const replacements = {
  ...Object.fromEntries(
    ['kernel-manager', 'kernel-spec-manager', 'session-manager'].map(plugin => [
      `@jupyterlab/services-extension:${plugin}`,
      `${packageData.name}:${plugin}`
    ])
  ),
  '@jupyterlab/notebook-extension:factory': `${packageData.name}:editor`
};

/** Puts the built runtime, the language worker and the reference into folders of `static/`. */
class WorkerFilesPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('WorkerFiles', compilation => {
      const { RawSource } = webpack.sources;
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'WorkerFiles', stage }, () => {
        for (const part of ['runtime', 'language']) {
          const manifest = path.join(outputs[part], 'manifest.json');
          compilation.fileDependencies.add(manifest);
          if (!existsSync(manifest)) {
            throw new Error(`build/${part} is missing: build \`${part}\` before \`extension\`.`);
          }
          for (const name of readdirSync(outputs[part])) {
            const bytes = readFileSync(path.join(outputs[part], name));
            compilation.emitAsset(`${part}/${name}`, new RawSource(bytes));
          }
        }
        compilation.contextDependencies.add(referenceFolder);
        for (const [name, page] of referencePages()) {
          compilation.emitAsset(`reference/${name}`, new RawSource(page));
        }
      });
    });
  }
}

/** What JupyterLab reads before it loads the extension: where its entry is, and what it replaces. */
function describe(remoteEntry) {
  const { name, version, description, license } = packageData;
  // JupyterLab compares these with its own, and would call an exact pin incompatible with any
  // other patch release.
  const dependencies = Object.fromEntries(
    Object.keys(packageData.dependencies)
      .filter(dependency => dependency in shared)
      .map(dependency => [dependency, shared[dependency].requiredVersion])
  );
  return {
    name,
    version,
    description,
    license,
    dependencies,
    jupyterlab: {
      extension: true,
      schemaDir: 'schema',
      _build: { load: `static/${remoteEntry}`, extension: './extension', style: './style' }
    }
  };
}

/** Writes, beside `static/`, what the server reads: `package.json`, `install.json`, schemas. */
class LabextensionPlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('Labextension', compilation => {
      const remoteEntry = compilation
        .getAssets()
        .map(asset => asset.name)
        .find(name => /^remoteEntry\..*\.js$/.test(name));
      const metadata = JSON.stringify(describe(remoteEntry), null, 2) + '\n';
      writeFileSync(path.join(outputs.extension, 'package.json'), metadata);
      cpSync(path.join(root, 'install.json'), path.join(outputs.extension, 'install.json'));

      const schemas = path.join(outputs.extension, 'schemas', packageData.name);
      rmSync(path.dirname(schemas), { recursive: true, force: true });
      mkdirSync(schemas, { recursive: true });
      // The server takes a schema's version from here.
      writeFileSync(path.join(schemas, 'package.json.orig'), metadata);
      const source = path.join(root, 'schema');
      const names = existsSync(source) ? readdirSync(source) : [];
      for (const name of names.filter(file => file.endsWith('.json'))) {
        const file = path.join(source, name);
        compilation.fileDependencies.add(file);
        cpSync(file, path.join(schemas, name));
      }
    });
  }
}

const common = base('extension');

/** The prebuilt JupyterLab extension. */
export const extension = {
  ...common,
  dependencies: ['runtime', 'language'],
  target: ['web', 'es2022'],
  entry: {},
  output: {
    path: path.join(outputs.extension, 'static'),
    clean: true,
    uniqueName: packageData.name,
    // Below wherever the server is: the address is that of the script itself.
    publicPath: 'auto',
    filename: '[name].[contenthash].js',
    chunkFilename: '[name].[contenthash].js',
    assetModuleFilename: '[name].[contenthash][ext]'
  },
  resolve: {
    ...common.resolve,
    alias: {
      'lessonbook-runtime-manifest$': path.join(outputs.runtime, 'manifest.json'),
      'lessonbook-language-manifest$': path.join(outputs.language, 'manifest.json')
    }
  },
  module: {
    rules: [
      typescriptRule,
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
      { test: /\.ipynb$/, type: 'json' },
      // An icon that a script imports is its text; one in a style sheet stays a file.
      { test: /\.svg$/, issuer: /\.[jt]sx?$/, type: 'asset/source' }
    ]
  },
  optimization: {
    minimize: production,
    minimizer: [
      new EsbuildPlugin({
        target: 'es2022',
        legalComments: 'none',
        // It also takes what is added after it, and would make the runtime's modules scripts.
        exclude: /^(runtime|language)\//
      })
    ]
  },
  plugins: [
    new webpack.container.ModuleFederationPlugin({
      name: packageData.name,
      library: { type: 'window', name: ['_JUPYTERLAB', packageData.name] },
      filename: 'remoteEntry.[contenthash].js',
      exposes: {
        './index': './src/index.ts',
        './extension': './src/index.ts',
        './style': './style/index.js'
      },
      shared
    }),
    new TakeOverPlugin(packageData.name, replacements),
    new WorkerFilesPlugin(),
    new LicensesPlugin({
      include: ['runtime', 'language'].map(part => path.join(outputs[part], licensesFile))
    }),
    new LabextensionPlugin()
  ]
};
