import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';
import { root } from './shared.js';

/** Where the pages of the reference are as Markdown, made by `npm run reference`. */
export const referenceFolder = path.join(root, 'docs/reference');

const style = `
  :root { color-scheme: light dark; }
  body { max-width: 52rem; margin: 0 auto; padding: 1rem 1.5rem 4rem; line-height: 1.5;
    font-family: system-ui, sans-serif; overflow-wrap: break-word; }
  pre, code { font-family: ui-monospace, monospace; font-size: 0.9em; }
  pre { padding: 0.6rem 0.8rem; overflow-x: auto; border-radius: 4px; }
  pre, :not(pre) > code { background: light-dark(#f2f2f2, #2a2a2a); }
  :not(pre) > code { padding: 0.1em 0.25em; border-radius: 3px; }
  a { color: light-dark(#0b57b0, #7fb7ff); }
  h2 { margin-top: 2.5rem; border-bottom: 1px solid light-dark(#ccc, #555); }
  h3, h4 { margin-top: 2rem; }
  table { border-collapse: collapse; }
  th, td { padding: 0.3rem 0.6rem; text-align: left; border: 1px solid light-dark(#ccc, #555); }
`;

/** The anchor of a heading, as the links of the pages name it. */
const slugOf = heading =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** In HTML, links lead to pages in HTML. */
const marked = new Marked({
  renderer: {
    heading({ depth, text, tokens }) {
      return `<h${depth} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    }
  },
  walkTokens(token) {
    if (token.type === 'link') token.href = token.href.replace(/^(\w+)\.md$/, '$1.html');
  }
});

function pageOf(name, text, names) {
  const title = /^# (.*)$/m.exec(text)[1];
  const links = names.map(each =>
    each === name
      ? `<strong>${each}</strong>`
      : `<a href="${each}.html">${each === 'index' ? 'Reference' : each}</a>`
  );
  return (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width">' +
    `<title>${title} · Lessonbook</title><style>${style}</style></head>` +
    `<body><nav aria-label="Reference">${links.join(' · ')}</nav>\n` +
    `<main>${marked.parse(text)}</main></body></html>\n`
  );
}

/** The reference as pages in HTML, which learners read: the files by their names. */
export function referencePages() {
  const files = readdirSync(referenceFolder).filter(file => file.endsWith('.md'));
  const texts = new Map(
    files.map(file => [
      file === 'README.md' ? 'index' : file.replace(/\.md$/, ''),
      readFileSync(path.join(referenceFolder, file), 'utf8')
    ])
  );
  const names = ['index', ...[...texts.keys()].filter(name => name !== 'index').sort()];
  return new Map(names.map(name => [`${name}.html`, pageOf(name, texts.get(name), names)]));
}
