import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import prettier from 'eslint-config-prettier';
import typescript from 'typescript-eslint';

/** Who may import whom: the table of docs/architecture.md. */
const imports = {
  lesson: [],
  protocol: ['lesson'],
  compile: [],
  check: ['lesson'],
  modules: [],
  runtime: ['lesson', 'protocol', 'compile', 'check', 'modules'],
  language: ['protocol', 'compile'],
  kernel: ['lesson', 'protocol'],
  outputs: ['protocol', 'kernel'],
  bridge: ['protocol'],
  editor: ['language', 'protocol'],
  grading: ['lesson', 'protocol'],
  progress: ['lesson', 'protocol'],
  library: ['lesson', 'protocol'],
  journal: []
};
const folders = Object.keys(imports);
const exceptFor = (...left) => folders.filter(folder => !left.includes(folder));

const policies = Object.entries({
  ...imports,
  plugins: [...folders, 'app', 'root'],
  app: [...folders, 'plugins', 'root'],
  node: exceptFor('editor', 'grading', 'journal', 'library', 'outputs'),
  root: ['plugins', 'kernel', 'language', 'progress']
}).map(([from, to]) => ({
  from: { element: { type: from } },
  allow: { to: { element: { types: { anyOf: [from, ...to] } } } }
}));

export default [
  { ignores: ['build/', 'node_modules/', '.venv/', '.cache/', 'python/', '**/answers/'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-invalid-void-type': ['error', { allowInGenericTypeArguments: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true }
      ]
    }
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } },
      'boundaries/elements': [
        ...[...folders, 'plugins', 'app', 'node'].map(type => ({ type, pattern: `src/${type}` })),
        { type: 'root', pattern: 'src', partialMatch: false }
      ]
    },
    rules: { 'boundaries/dependencies': ['error', { default: 'disallow', policies }] }
  },
  {
    files: ['scripts/**', 'bin/**', '*.config.js', 'tests/**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'fetch',
          'setTimeout',
          'clearTimeout',
          'Buffer',
          'window',
          'document',
          'AbortSignal',
          'performance'
        ].map(name => [name, 'readonly'])
      )
    }
  },
  prettier
];
