import MagicString from 'magic-string';

/**
 * Edits of a cell's source that keep every line where it is. Openers (`before`) are to be made
 * outermost first and closers (`after`) innermost first, as a walk of the tree does.
 */
export class Edits {
  readonly text: MagicString;

  constructor(readonly source: string) {
    this.text = new MagicString(source);
  }

  /** Puts text before what begins at an offset. */
  before(offset: number, text: string): void {
    this.text.appendRight(offset, text);
  }

  /** Puts text after what ends at an offset. */
  after(offset: number, text: string): void {
    this.text.appendLeft(offset, text);
  }

  /** Replaces a range; its line breaks stay, after the new text. */
  replace(start: number, end: number, text: string): void {
    if (start < end) {
      this.text.update(start, end, text + this.lineBreaks(start, end));
    }
  }

  /** Takes a range out; a blank stays, so that its neighbours do not run together. */
  erase(start: number, end: number): void {
    this.replace(start, end, ' ');
  }

  /** Replaces a range by text that moves to an earlier offset; its line breaks stay. */
  hoist(start: number, end: number, text: string, to?: number): void {
    this.text.update(start, end, text);
    const breaks = this.lineBreaks(start, end);
    if (breaks && end < this.source.length) {
      this.text.appendRight(end, breaks);
    }
    if (to !== undefined) {
      this.text.move(start, end, to);
    }
  }

  /** The offset of a character, looking on from an offset past blanks and comments. */
  find(from: number, character: string): number {
    let at = from;
    while (at < this.source.length && this.source[at] !== character) {
      if (this.source.startsWith('//', at)) {
        const end = this.source.indexOf('\n', at);
        at = end < 0 ? this.source.length : end;
      } else if (this.source.startsWith('/*', at)) {
        at = this.source.indexOf('*/', at) + 2;
      } else {
        at += 1;
      }
    }
    return at;
  }

  /** Whether a range holds a line break. */
  breaks(start: number, end: number): boolean {
    return this.lineBreaks(start, end) !== '';
  }

  private lineBreaks(start: number, end: number): string {
    let count = 0;
    for (let at = this.source.indexOf('\n', start); at >= 0 && at < end; count += 1) {
      at = this.source.indexOf('\n', at + 1);
    }
    return '\n'.repeat(count);
  }
}
