import type { MimeBundle } from '../../protocol/runtime';
import { toBase64 } from './base64';
import type { Formatter } from './registry';

/** A value that says itself how it is shown. */
export class Rich {
  constructor(readonly bundle: MimeBundle) {}
}

/** Shows a string as HTML (sanitised by the page). */
export function html(source: string): Rich {
  const text = source.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return new Rich({ 'text/html': source, 'text/plain': text.trim() });
}

/** Shows a string as Markdown. */
export function markdown(source: string): Rich {
  return new Rich({ 'text/markdown': source, 'text/plain': source });
}

/** Shows a string as mathematics; without delimiters of its own it becomes a displayed formula. */
export function latex(source: string): Rich {
  const delimited = /^\s*(\$|\\\(|\\\[|\\begin\{)/.test(source);
  return new Rich({
    'text/latex': delimited ? source : `$$${source}$$`,
    'text/plain': source
  });
}

/**
 * Shows an image from the bytes of its file; SVG may be given as text.
 * @param mime the type of the file, such as `image/png` or `image/svg+xml`.
 */
export function image(bytes: Uint8Array | ArrayBuffer | string, mime = 'image/png'): Rich {
  const svg = mime === 'image/svg+xml';
  if (typeof bytes === 'string') {
    if (!svg) throw new TypeError(`An image of type ${mime} is given as bytes, not as a string`);
    return new Rich({ [mime]: bytes, 'text/plain': mime });
  }
  const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  const data = svg ? new TextDecoder().decode(view) : toBase64(view);
  return new Rich({ [mime]: data, 'text/plain': `${mime}, ${view.length} bytes` });
}

/** Values made by `html`, `markdown`, `latex` and `image`. */
export const richFormatter: Formatter<Rich> = {
  matches: (value): value is Rich => value instanceof Rich,
  render: value => value.bundle,
  text: value => String(value.bundle['text/plain']),
  label: value => `Rich ${Object.keys(value.bundle)[0] ?? ''}`
};
