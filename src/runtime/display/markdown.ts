import { Marked, type TokenizerAndRendererExtension } from 'marked';
import { escapeHtml } from './html';

/** Formulas as MathJax finds them: `$…$` on one line, `$$…$$`, `\(…\)`, `\[…\]`. */
const FORMULA =
  /^(?:\$\$[^]+?\$\$|\$(?=\S)(?:\\.|[^$\\\n])*?[^$\\\s]\$(?!\d)|\\\([^]+?\\\)|\\\[[^]+?\\\])/;
const DISPLAYED = /^(?:\$\$[^]+?\$\$|\\\[[^]+?\\\])[^\S\n]*(?:\n|$)/;

const block: TokenizerAndRendererExtension = {
  name: 'displayedFormula',
  level: 'block',
  // Ends the paragraph above it, so it has to begin a line.
  start: source => /(?<=\n)(?:\$\$|\\\[)/.exec(source)?.index,
  tokenizer: source => token('displayedFormula', DISPLAYED, source),
  renderer: ({ raw }) => `<p>${escapeHtml(raw.trim())}</p>`
};

const inline: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: source => /\$|\\[([]/.exec(source)?.index,
  tokenizer: source => token('formula', FORMULA, source),
  renderer: ({ raw }) => escapeHtml(raw)
};

function token(type: string, pattern: RegExp, source: string) {
  const raw = pattern.exec(source)?.[0];
  return raw === undefined ? undefined : { type, raw };
}

const marked = new Marked({ extensions: [block, inline] });

/** Markdown as HTML, which the page sanitises; formulas stay for MathJax. */
export function markdownHtml(source: string): string {
  return `<div class="lb-markdown">${marked.parse(source, { async: false })}</div>`;
}
