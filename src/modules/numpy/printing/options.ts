/** How an array is written as text. NumPy: the options of `numpy.set_printoptions`. */
export interface PrintOptions {
  /** The most decimals of a float; 8. */
  precision?: number;
  /** Above this many elements only the edges of each axis are shown; 1000, `Infinity` for never. */
  threshold?: number;
  /** How many elements are shown at each edge; 3. */
  edgeitems?: number;
  /** The most characters of a line; 75. */
  linewidth?: number;
  /** Whether small numbers are written without an exponent; false. */
  suppress?: boolean;
  /** What stands for a value that is not a number; `nan`. */
  nanstr?: string;
  /** What stands for infinity; `inf`. */
  infstr?: string;
  /** `'-'` for negative numbers only, `'+'` for positive ones too, `' '` for a space in its place. */
  sign?: '-' | '+' | ' ';
  /**
   * `'maxprec'` for as many decimals as needed up to `precision`, `'maxprec_equal'` for as many as
   * the longest has, `'fixed'` for exactly `precision`, `'unique'` for as many as needed.
   */
  floatmode?: 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';
  /** Functions that write elements, by kind. */
  formatter?: Formatters | null;
}

/** For each kind of element, what writes it; `all` for every kind. */
export interface Formatters {
  bool?: (element: boolean) => string;
  int?: (element: number) => string;
  float?: (element: number) => string;
  all?: (element: never) => string;
}

/** All options, as {@link getPrintoptions} gives them. */
export type CompleteOptions = Required<PrintOptions>;

const defaults: CompleteOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  nanstr: 'nan',
  infstr: 'inf',
  sign: '-',
  floatmode: 'maxprec',
  formatter: null
};

let current = defaults;

const choices = {
  sign: ['-', '+', ' '],
  floatmode: ['fixed', 'unique', 'maxprec', 'maxprec_equal']
};

/** The options in force, with some of them replaced. */
export function completeOptions(options: PrintOptions = {}): CompleteOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!Object.hasOwn(defaults, name)) {
      throw new TypeError(`There is no print option '${name}'; see np.getPrintoptions()`);
    }
    const allowed: string[] | undefined = choices[name as keyof typeof choices];
    if (allowed && !allowed.includes(value)) {
      const words = allowed.map(each => `'${each}'`).join(', ');
      throw new RangeError(`${name} option must be one of ${words}`);
    }
  }
  return { ...current, ...Object.fromEntries(given) };
}

/** As NumPy has it, a formatter lasts until options are set again. */
const toNext = (options: PrintOptions): CompleteOptions => ({
  ...completeOptions(options),
  formatter: options.formatter ?? null
});

/**
 * Sets how arrays are written as text from now on; a formatter that is not given ends.
 * NumPy: `numpy.set_printoptions`.
 * @example
 * ```ts
 * np.setPrintoptions({ precision: 3, suppress: true });
 * console.log(np.array([1.23456, 0.00001]));
 * // → [1.235 0.   ]
 * np.setPrintoptions({ precision: 8, suppress: false });
 * ```
 */
export function setPrintoptions(options: PrintOptions): void {
  current = toNext(options);
}

/** The options in force. NumPy: `numpy.get_printoptions`. */
export function getPrintoptions(): CompleteOptions {
  return { ...current };
}

/**
 * Runs a function with other options, and gives what it gives. NumPy: `numpy.printoptions`, there
 * for a `with` block.
 * @example
 * ```ts
 * np.printoptions({ precision: 2 }, () => console.log(np.array([1 / 3])));
 * // → [0.33]
 * ```
 */
export function printoptions<T>(options: PrintOptions, run: () => T): T {
  const before = current;
  current = toNext(options);
  try {
    return run();
  } finally {
    current = before;
  }
}
