/** What a fenced block of `lesson.md` is. */
export type Fence =
  /** A cell that runs. */
  | { kind: 'cell'; id?: string }
  /** The Python twin of the cell, or of the solution, before it. */
  | { kind: 'twin' }
  | { kind: 'starter' | 'solution' | 'hint' | 'why' }
  /** A quick question of some kind. */
  | { kind: 'question'; of: string; id: string }
  /** Shown in the text as it stands. */
  | { kind: 'shown' };

/** Languages that are shown and not run. */
const SHOWN = ['text', 'json', 'sh', 'python', 'js'];

/**
 * Reads what stands behind the opening backticks.
 *
 * @returns the meaning, or a sentence on what is wrong
 */
export function readFence(language: string, rest: string): Fence | string {
  switch (language) {
    case 'ts':
      return readTypeScript(rest);
    case 'hint':
    case 'why':
      return rest === '' ? { kind: language } : `Nothing follows '${language}', not '${rest}'.`;
    case 'question': {
      const [of = '', id = ''] = rest.split(/\s+/);
      return id.startsWith('#')
        ? { kind: 'question', of, id: id.slice(1) }
        : "A question is headed by its kind and id: 'question single #its-id'.";
    }
    case 'python':
      if (rest === 'twin') {
        return { kind: 'twin' };
      }
      break;
    case '':
      return "Say what this block is: 'ts' for a cell, 'text' for what is only shown.";
  }
  if (!SHOWN.includes(language)) {
    const known = ['ts', 'hint', 'why', 'question', ...SHOWN].map(word => `'${word}'`).join(', ');
    return `'${language}' is no kind of block; there are ${known}.`;
  }
  return rest === '' ? { kind: 'shown' } : `'${language} ${rest}' is no kind of block.`;
}

function readTypeScript(rest: string): Fence | string {
  switch (rest) {
    case '':
      return { kind: 'cell' };
    case 'starter':
    case 'solution':
      return { kind: rest };
    case 'show':
      return { kind: 'shown' };
  }
  return rest.startsWith('#')
    ? { kind: 'cell', id: rest.slice(1) }
    : `'ts ${rest}' is no kind of block; there are 'ts', 'ts #id', 'ts starter', 'ts solution' and 'ts show'.`;
}
