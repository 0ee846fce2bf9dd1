/** Lines and characters of text that one cell may print before only the end of the rest is shown. */
export const MOST_LINES = 2_000;
export const MOST_CHARACTERS = 1_000_000;
/** Lines and characters of that end. */
const LAST_LINES = 100;
const LAST_CHARACTERS = 20_000;

export type StreamName = 'stdout' | 'stderr';

interface Piece {
  name: StreamName;
  text: string;
}

/** What one request has printed: the beginning is shown at once, of what is too much the end. */
export class Printed {
  private lines = 0;
  private characters = 0;
  /** Whether the beginning has come to its end. */
  isCut = false;
  private pieces: Piece[] = [];
  private leftOut = 0;

  /** The part of a text that is shown at once. */
  take(name: StreamName, text: string): string {
    const shown = this.isCut ? '' : this.beginning(text);
    this.lines += linesIn(shown);
    this.characters += shown.length;
    if (shown.length < text.length) {
      this.isCut = true;
      this.keep({ name, text: text.slice(shown.length) });
    }
    return shown;
  }

  /** Lines that are left out before the end, and the end, which is forgotten then. */
  end(): { leftOut: number; pieces: Piece[] } {
    const pieces = this.pieces.map(({ name, text }) => ({ name, text }));
    let { leftOut } = this;
    let lines = LAST_LINES;
    let characters = LAST_CHARACTERS;
    for (let i = pieces.length - 1; i >= 0; i--) {
      const piece = pieces[i] as Piece;
      const kept = last(lastLines(piece.text, lines), characters);
      leftOut += linesIn(piece.text) - linesIn(kept);
      lines -= linesIn(kept);
      characters -= kept.length;
      piece.text = kept;
    }
    this.pieces = [];
    this.leftOut = 0;
    return { leftOut, pieces: pieces.filter(({ text }) => text !== '') };
  }

  private beginning(text: string): string {
    const within = text.slice(0, MOST_CHARACTERS - this.characters);
    let end = 0;
    for (let lines = this.lines; lines < MOST_LINES; lines++) {
      const next = within.indexOf('\n', end);
      if (next < 0) {
        return within;
      }
      end = next + 1;
    }
    return within.slice(0, end);
  }

  /** Keeps a piece, and lets go of what is far before the end. */
  private keep({ name, text }: Piece): void {
    const kept = last(text, LAST_CHARACTERS);
    this.leftOut += linesIn(text) - linesIn(kept);
    this.pieces.push({ name, text: kept });
    if (this.pieces.length > 10 * LAST_LINES) {
      const gone = this.pieces.splice(0, this.pieces.length - LAST_LINES);
      this.leftOut += gone.reduce((sum, { text }) => sum + linesIn(text), 0);
    }
  }
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines++;
  }
  return lines;
}

const last = (text: string, characters: number): string =>
  text.slice(Math.max(0, text.length - characters));

/** The end of a text, with so many lines. */
function lastLines(text: string, count: number): string {
  let from = text.length;
  for (let lines = 0; lines < count && from > 0; lines++) {
    from = text.lastIndexOf('\n', from - 2) + 1;
  }
  return text.slice(from);
}
