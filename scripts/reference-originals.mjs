// What the documentation of a function says about its original, and where that is documented.

const NUMPY = 'https://numpy.org/doc/stable';
const MATPLOTLIB = 'https://matplotlib.org/stable/api';

/** Pages that do not follow the rule of their system. */
const pages = {
  'a[...]': `${NUMPY}/user/basics.indexing.html`,
  'a[...] = value': `${NUMPY}/user/basics.indexing.html`,
  'keras.datasets.mnist.load_data': 'https://keras.io/api/datasets/mnist/',
  'nltk.corpus.gutenberg': 'https://www.nltk.org/book/ch02.html#gutenberg-corpus',
  'seaborn.load_dataset': 'https://seaborn.pydata.org/generated/seaborn.load_dataset.html',
  'pyspark.ml.recommendation.ALS':
    'https://spark.apache.org/docs/latest/api/python/reference/api/pyspark.ml.recommendation.ALS.html'
};

/** Classes that documentation names without their modules. */
const classes = {
  ndarray: 'numpy.ndarray',
  Generator: 'numpy.random.Generator',
  Axes: 'matplotlib.axes.Axes',
  Figure: 'matplotlib.figure.Figure',
  Model: 'keras.Model',
  Layer: 'keras.layers.Layer'
};

const numpyConstants = /^numpy\.(pi|e|inf|nan|newaxis|euler_gamma)$/;

/** The official page of a name, such as `numpy.zeros`; undefined where it is no name of a system. */
export function pageOf(name) {
  if (name in pages) return pages[name];
  const [first, ...rest] = name.replace(/\(.*\)$/, '').split('.');
  const plain = [classes[first] ?? first, ...rest].join('.');
  if (!/^[a-z]\w*(\.\w+)+$/.test(plain)) return undefined;
  const [system] = plain.split('.');
  switch (system) {
    case 'numpy':
      if (numpyConstants.test(plain)) return `${NUMPY}/reference/constants.html#${plain}`;
      return plain.startsWith('numpy.random.')
        ? `${NUMPY}/reference/random/generated/${plain}.html`
        : `${NUMPY}/reference/generated/${plain}.html`;
    case 'matplotlib':
      return `${MATPLOTLIB}/_as_gen/${plain}.html`;
    // Keras's own pages are sorted by headings that its names do not tell; these hold the same text.
    case 'keras':
      return `https://www.tensorflow.org/api_docs/python/tf/${plain.replaceAll('.', '/')}`;
    case 'tf':
      return `https://www.tensorflow.org/api_docs/python/${plain.replaceAll('.', '/')}`;
    case 'sklearn':
      return `https://scikit-learn.org/stable/modules/generated/${plain}.html`;
    default:
      return undefined;
  }
}

const systems = 'NumPy|Keras|Matplotlib|TensorFlow|scikit-learn|seaborn|Spark|NLTK|IPython|Python';
const sentence = new RegExp(
  `(?<=^|\\s)(${systems}): ((?:\`[^\`]+\`|[^\`.]|\\.(?!\\s|$))+)\\.(?=\\s|$)`
);

/**
 * Takes the sentence on the original out of a documentation's text.
 *
 * @param {string} text
 * @returns {{ text: string, system?: string, original?: string }} the sentence after the system's
 *   name with a link for each name of it, and the text without it
 */
export function splitOriginal(text) {
  const found = sentence.exec(text);
  if (!found) return { text };
  const [whole, system, said] = found;
  return {
    text: text
      .replace(whole, '')
      .replace(/ +(?=[ \n])/g, '')
      .trim(),
    system,
    original: said.replace(/`([^`]+)`/g, (code, name) => {
      const page = pageOf(name);
      return page ? `[${code}](${page})` : code;
    })
  };
}
