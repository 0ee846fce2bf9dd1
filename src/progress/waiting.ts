import { UUID } from '@lumino/coreutils';

/**
 * Lines of the record that are in no file yet, where the browser keeps them through a reload. They
 * are kept before the learner sees the verdict, at once and not in a promise.
 */
export class WaitingLines {
  /**
   * @param storage such as `localStorage`; nothing where it is forbidden
   * @param prefix of the keys; each server has its own, and all of its tabs share it
   */
  constructor(
    private readonly storage: Storage | undefined,
    private readonly prefix: string
  ) {}

  /** Whether a key of the storage is that of a line. */
  owns(key: string | null): boolean {
    return key?.startsWith(this.prefix) ?? false;
  }

  keep(line: string): void {
    try {
      this.storage?.setItem(`${this.prefix}${UUID.uuid4()}`, line);
    } catch {
      // Storage that is full: the line is on its way to a file all the same.
    }
  }

  /** What waits, of all tabs of this browser. */
  all(): string[] {
    return this.keys().flatMap(key => this.storage?.getItem(key) ?? []);
  }

  /** Forgets lines that are in a file now. */
  forget(lines: ReadonlySet<string>): void {
    for (const key of this.keys()) {
      if (lines.has(this.storage?.getItem(key) ?? '')) {
        this.storage?.removeItem(key);
      }
    }
  }

  private keys(): string[] {
    const { storage } = this;
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index));
    return keys.filter(key => key !== undefined && key !== null && this.owns(key)) as string[];
  }
}
