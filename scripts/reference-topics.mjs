// How the pages of the reference begin, and under which heading an entry stands.

/** Which source file is about what, in the order of the page. */
const topics = {
  numpy: {
    ndarray: 'The array',
    creation: 'Making arrays',
    dtype: 'Types of elements',
    indexing: 'Indexing',
    shape: 'Shapes',
    rearrange: 'Turning and stretching',
    edit: 'Putting in and taking out',
    join: 'Joining and splitting',
    arithmetic: 'Arithmetic, element by element',
    functions: 'Further functions of each element',
    choose: 'Choosing',
    apply: 'Functions of your own',
    close: 'Comparing with a tolerance',
    reduce: 'Sums, means and extremes',
    quantile: 'Quantiles',
    sorting: 'Sorting',
    sets: 'Sets and counting',
    statistics: 'Statistics',
    calculus: 'Calculus and polynomials',
    products: 'Products',
    contractions: 'Further products',
    linalg: 'Linear algebra',
    decompositions: 'Decompositions of matrices',
    eigen: 'Eigenvalues',
    symmetric: 'Eigenvalues of symmetric matrices',
    random: 'Random numbers',
    io: 'Files',
    print: 'Arrays as text',
    options: 'Options of arrays as text',
    constants: 'Constants',
    errors: 'Errors'
  }
};

const known = {
  numpy: {
    title: 'numpy',
    before:
      "`import * as np from 'numpy'`: NumPy's arrays in TypeScript. Names are in camelCase, keyword " +
      'arguments become one object at the end, operators are functions and methods (`a.add(b)` for ' +
      '`a + b`). Wherever an array is taken, numbers and lists within lists are taken too.',
    prefix: 'np.'
  },
  datasets: {
    title: 'datasets',
    before:
      "`import { loadPenguins } from 'datasets'`: data to learn with, which needs no network. What is in " +
      'each, and whose it is, stands in its description, which a cell shows with the first of the data.',
    prefix: ''
  },
  files: {
    title: 'files',
    before: "`import { readText } from 'files'`: the files beside the notebook.",
    prefix: ''
  },
  keras: {
    title: 'keras',
    before:
      "`import * as keras from 'keras'`: Keras 3 in TypeScript, on TensorFlow.js. Names are in camelCase, " +
      'keyword arguments become one object at the end, what trains is awaited.',
    prefix: 'keras.'
  },
  pyplot: {
    title: 'pyplot',
    before:
      "`import * as plt from 'pyplot'`: Matplotlib's pyplot in TypeScript. Names are in camelCase, keyword " +
      'arguments become one object at the end.',
    prefix: 'plt.'
  }
};

/** The title of a module's page, what stands before its contents, and what its names begin with. */
export const introductions = name =>
  known[name] ?? { title: name, before: `\`import … from '${name}'\``, prefix: '' };

const made = new Map();

/** The topic of an entry: types come last, all else by the file where it is declared. */
export function topicOf(module, { kind, file }) {
  const base = file.split('/').at(-1).replace(/\.ts$/, '');
  const key = `${module}/${kind === 'type' ? 'types' : base}`;
  const words = base.replace(/([a-z])([A-Z])|-/g, '$1 $2').toLowerCase();
  const place = Object.keys(topics[module] ?? {}).indexOf(base);
  const topic =
    kind === 'type'
      ? { title: 'Types', order: Infinity }
      : {
          title: topics[module]?.[base] ?? words[0].toUpperCase() + words.slice(1),
          order: place < 0 ? made.size + 1000 : place
        };
  if (!made.has(key)) made.set(key, topic);
  return made.get(key);
}
