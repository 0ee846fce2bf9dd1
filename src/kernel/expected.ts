/** Notebooks that are remembered. */
const MOST = 50;

interface Memory {
  /** Paths of notebooks that ran on our kernel, the newest last. */
  paths: string[];
  /** Whether one of them was open when the page was last used. */
  open: boolean;
}

/**
 * Remembers which notebooks run on our kernel, so that a worker can be made ready while JupyterLab
 * is still opening one of them, and nothing is loaded for those who open none.
 */
export class ExpectedNotebooks {
  /**
   * @param storage such as `localStorage`
   * @param key under which they are kept; each server has its own
   */
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
    private readonly key: string
  ) {}

  /** Whether the page is about to open one. @param path that its address names, or '' */
  isExpected(path: string): boolean {
    const { paths, open } = this.read();
    return path === '' ? open : paths.includes(path) || path.startsWith('Lessons/');
  }

  /** The notebooks that are open on our kernel now. */
  remember(open: readonly string[]): void {
    const known = this.read();
    const others = known.paths.filter(path => !open.includes(path));
    const memory: Memory = { paths: [...others, ...open].slice(-MOST), open: open.length > 0 };
    try {
      this.storage?.setItem(this.key, JSON.stringify(memory));
    } catch {
      // Storage that is full or forbidden: the next page starts without a hint.
    }
  }

  private read(): Memory {
    try {
      const saved = JSON.parse(this.storage?.getItem(this.key) ?? '{}') as Partial<Memory>;
      const paths = Array.isArray(saved.paths) ? saved.paths : [];
      return { paths, open: saved.open === true };
    } catch {
      return { paths: [], open: false };
    }
  }
}
