import { describe, expect, it } from 'vitest';
import { linePairs } from '../../src/grading/difference';

describe('the solution beside the learner’s code', () => {
  it('sets a changed line against the one in its place', () => {
    expect(linePairs('const a = 1;\nconst b = a;', 'const a = 1;\nconst b = 2 * a;\nb;\n')).toEqual(
      [
        { own: 'const a = 1;', solution: 'const a = 1;', same: true },
        { own: 'const b = a;', solution: 'const b = 2 * a;', same: false },
        { solution: 'b;', same: false }
      ]
    );
  });

  it('shows what only the learner has, and no difference in the last line’s end', () => {
    expect(linePairs('a;\nb;', 'b;\n')).toEqual([
      { own: 'a;', same: false },
      { own: 'b;', solution: 'b;', same: true }
    ]);
  });
});
