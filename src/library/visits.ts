/** Lessons that are remembered. */
const MOST = 100;

/** A lesson that was open in this browser. */
export interface Visit {
  /** `track/lesson`. */
  lesson: string;
  /** Of the learner's copy, wherever it was moved to. */
  path: string;
}

/** Remembers which lessons were open, and where the learner keeps them. */
export class Visits {
  /**
   * @param storage such as `localStorage`; nothing where it is forbidden
   * @param key under which they are kept; each server has its own
   */
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | undefined,
    private readonly key: string
  ) {}

  /** The latest first. */
  all(): Visit[] {
    try {
      const saved: unknown = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
      return Array.isArray(saved) ? saved.filter(isVisit) : [];
    } catch {
      return [];
    }
  }

  note(visit: Visit): void {
    const others = this.all().filter(({ lesson }) => lesson !== visit.lesson);
    try {
      this.storage?.setItem(this.key, JSON.stringify([visit, ...others].slice(0, MOST)));
    } catch {
      // Storage that is full: the learner finds the lesson in the list.
    }
  }
}

function isVisit(value: unknown): value is Visit {
  const { lesson, path } = (value ?? {}) as Partial<Visit>;
  return typeof lesson === 'string' && typeof path === 'string';
}
