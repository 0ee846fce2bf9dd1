/**
 * Jupyter counts a cursor's place in Unicode code points, JavaScript in UTF-16 units; the two
 * differ after a character beyond the basic plane, such as most emoji.
 */

/** The place in UTF-16 units of one that is counted in code points; at most the text's end. */
export function toUtf16(text: string, codePoints: number): number {
  const { length } = text;
  let offset = 0;
  for (let count = 0; count < codePoints && offset < length; count++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The place in code points of one that is counted in UTF-16 units. */
export function toCodePoints(text: string, offset: number): number {
  return [...text.slice(0, offset)].length;
}
