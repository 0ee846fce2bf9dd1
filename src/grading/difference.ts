import { diffLines } from 'diff';

/** A line of the learner's code beside the one of the solution; a side may have none. */
export interface LinePair {
  own?: string;
  solution?: string;
  same: boolean;
}

/** Two sources line by line, with what only one has set against what stands there in the other. */
export function linePairs(own: string, solution: string): LinePair[] {
  const pairs: LinePair[] = [];
  let removed: string[] = [];
  const end = (added: string[]): void => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [mine, theirs] = [removed[i], added[i]];
      pairs.push({
        ...(mine === undefined ? {} : { own: mine }),
        ...(theirs === undefined ? {} : { solution: theirs }),
        same: false
      });
    }
    removed = [];
  };
  for (const change of diffLines(withEnd(own), withEnd(solution))) {
    const lines = change.value.replace(/\n$/, '').split('\n');
    if (change.removed) {
      removed = lines;
    } else if (change.added) {
      end(lines);
    } else {
      end([]);
      pairs.push(...lines.map(line => ({ own: line, solution: line, same: true })));
    }
  }
  end([]);
  return pairs;
}

/** A last line without an end would differ from the same line with one. */
const withEnd = (text: string): string => `${text.trimEnd()}\n`;
