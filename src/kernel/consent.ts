/** The notebooks that the learner lets load packages, kept in the browser and not in the notebook. */
export class Consent {
  private readonly paths: Set<string>;

  /**
   * @param storage such as `localStorage`; a page that may not keep anything remembers till it closes
   * @param key under which they are kept; each server has its own
   */
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
    private readonly key: string
  ) {
    this.paths = new Set(this.read());
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  set(path: string, allowed: boolean): void {
    if (allowed) {
      this.paths.add(path);
    } else {
      this.paths.delete(path);
    }
    try {
      this.storage?.setItem(this.key, JSON.stringify([...this.paths]));
    } catch {
      // Storage that is full or forbidden: it holds until the page closes.
    }
  }

  /** A notebook has another name now; what is at its old one is another notebook. */
  move(from: string, to: string): void {
    if (this.has(from)) {
      this.set(from, false);
      this.set(to, true);
    }
  }

  private read(): string[] {
    try {
      const saved: unknown = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
      return Array.isArray(saved) ? saved.filter(path => typeof path === 'string') : [];
    } catch {
      return [];
    }
  }
}
