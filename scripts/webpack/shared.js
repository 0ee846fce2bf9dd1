import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const packageData = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
export const production = process.env.NODE_ENV !== 'development';

/** Where each part of the build goes. */
export const outputs = {
  runtime: path.join(root, 'build/runtime'),
  language: path.join(root, 'build/language'),
  extension: path.join(root, 'build/labextension'),
  app: path.join(root, 'build/app'),
  node: path.join(root, 'build/node')
};

/** TypeScript sources; types are checked by `npm run typecheck`, not here. */
export const typescriptRule = {
  test: /\.tsx?$/,
  loader: 'esbuild-loader',
  options: { target: 'es2022', tsconfig: path.join(root, 'tsconfig.json') },
  resolve: { fullySpecified: false }
};

/** What the configurations have in common. */
export function base(name) {
  return {
    name,
    context: root,
    mode: production ? 'production' : 'development',
    devtool: production ? false : 'source-map',
    performance: { hints: false },
    resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    cache: {
      type: 'filesystem',
      cacheDirectory: path.join(root, '.cache/webpack'),
      name: `${name}-${production ? 'production' : 'development'}`,
      buildDependencies: {
        config: [path.join(root, 'webpack.config.js'), `${path.join(root, 'scripts/webpack')}/`]
      }
    },
    stats: 'errors-warnings'
  };
}
