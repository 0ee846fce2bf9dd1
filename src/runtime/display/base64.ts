/** Few enough characters for one call of `String.fromCharCode`. */
const piece = 0x8000;

/** Bytes as Jupyter carries them in a message. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += piece) {
    pieces.push(String.fromCharCode(...bytes.subarray(i, i + piece)));
  }
  return btoa(pieces.join(''));
}
