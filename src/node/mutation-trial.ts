import type { CheckResult } from '../lesson/result';
import type { Finding } from './findings';
import type { Mutant } from './mutants';

const MEANING: Record<Mutant['kind'], string> = {
  assertion: 'without it',
  diagnosis: 'without this diagnosis',
  tolerance: 'with ten times the tolerance',
  rerun: 'without this rerun and what follows it'
};

/** Which mutants of a lesson's checkers its answers have noticed. */
export class MutationTrial {
  private readonly alive: Map<number, Mutant>;
  /** The exercise by whose answers a mutant was first come by. */
  private readonly exerciseOf = new Map<number, string>();

  constructor(private readonly mutants: readonly Mutant[]) {
    this.alive = new Map(mutants.map(mutant => [mutant.number, mutant]));
  }

  /**
   * Tries the mutants that an answer comes by, and that no answer before it has noticed.
   *
   * @param check the answer by a checker, named as the bundle of mutants names it
   * @param asExpected whether the answer is judged as it is to be
   */
  async try(
    exercise: string,
    check: (checker: string) => Promise<CheckResult>,
    asExpected: (result: CheckResult) => boolean
  ): Promise<void> {
    const reached = await check(`${exercise}@reached`);
    if (reached.outcome !== 'passed') {
      return;
    }
    for (const number of JSON.parse(reached.message) as number[]) {
      if (!this.exerciseOf.has(number)) {
        this.exerciseOf.set(number, exercise);
      }
      if (this.alive.has(number) && !asExpected(await check(`${exercise}@${number}`))) {
        this.alive.delete(number);
      }
    }
  }

  findings(lesson: string): Finding[] {
    return this.mutants.map(({ number, kind, file, line, text }) => {
      const exercise = this.exerciseOf.get(number);
      const finding: Finding = {
        lesson,
        kind: 'mutant',
        ...(exercise === undefined ? {} : { exercise }),
        subject: `${file}:${line}`,
        ok: !this.alive.has(number)
      };
      return finding.ok
        ? finding
        : {
            ...finding,
            detail: `${MEANING[kind]} every answer is judged as before, so it proves nothing: ${text}`
          };
    });
  }
}
