/** About how wide letters of a sans-serif font are, in parts of its size. */
function letterWidth(letter: string): number {
  if (/[ijl.,:;'|!ftrI()[\] ]/.test(letter)) return 0.32;
  if (/[mwMW@%]/.test(letter)) return 0.86;
  if (/[A-Z]/.test(letter)) return 0.68;
  return 0.57;
}

/** About how wide a text is, in the unit of its size: a worker has nothing to measure it by. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter), 0) * size;
