import * as ts from 'typescript';

/** Characters of a description after which the rest is left out, at the next paragraph. */
const ENOUGH = 500;

/** What is said about a symbol. */
export interface Documented {
  documentation?: readonly ts.SymbolDisplayPart[];
  tags?: readonly ts.JSDocTagInfo[];
}

/** A signature or type as code: without the compiler's remarks and the paths of our modules. */
export function codeOf(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return clean(ts.displayPartsToString(parts ? [...parts] : []))
    .replace(/^\(alias\) /, '')
    .replace(/^module (?=[\w$]+\s*$)/m, 'namespace ')
    .replace(/\nimport [\w$*]+(?: as [\w$]+)?( from .*)?$/, '')
    .replace(/\n(?:import [\w$]+ = .*|export [\w$]+)$/, '');
}

/** Takes the paths of our modules out of a text of the compiler's. */
export function clean(text: string): string {
  return text.replace(/import\("[^"]*"\)\./g, '').replace(/typeof import\("[^"]*"\)/g, 'module');
}

/** A short description with one example, as Markdown. */
export function summaryOf({ documentation, tags }: Documented): string {
  return joined([deprecation(tags), ...describe(documentation, tags)]);
}

/** The whole of what is worth reading in a hover, as Markdown. */
export function documentationOf({ documentation, tags = [] }: Documented): string {
  const [text = '', ...examples] = describe(documentation, tags);
  const parameters = tags.filter(({ name }) => name === 'param').map(parameterOf);
  const named = (tag: string, title: string) =>
    tags.filter(({ name }) => name === tag).map(info => `*${title}* ${textOf(info.text)}`);
  return joined([
    deprecation(tags),
    text,
    parameters.join('\n'),
    ...named('returns', 'Returns'),
    ...named('throws', 'Throws'),
    ...examples
  ]);
}

/** The text of JSDoc as Markdown, links as code. */
export function textOf(parts: readonly ts.SymbolDisplayPart[] | undefined): string {
  return ts
    .displayPartsToString(parts ? [...parts] : [])
    .replace(/\{@link(?:code|plain)? ([^}|\s]+)(?:[|\s]+([^}]*))?\}/g, (_, target, label) =>
      label ? String(label) : `\`${String(target)}\``
    )
    .trim();
}

/** The description, and one example after it where there is any. */
function describe(
  documentation: readonly ts.SymbolDisplayPart[] | undefined,
  tags: readonly ts.JSDocTagInfo[] = []
): string[] {
  const blocks = blocksOf(textOf(documentation));
  const prose: string[] = [];
  let length = 0;
  for (const block of blocks.filter(text => !text.startsWith('```'))) {
    if (length < ENOUGH) {
      prose.push(block);
      length += block.length;
    }
  }
  const tagged = tags.find(({ name }) => name === 'example');
  const example = tagged
    ? fenced(textOf(tagged.text))
    : blocks.find(text => text.startsWith('```'));
  return [prose.join('\n\n'), ...(example ? [example] : [])];
}

/** Paragraphs and blocks of code. */
function blocksOf(text: string): string[] {
  return text
    .split(/(```[\s\S]*?```)/)
    .flatMap(part => (part.startsWith('```') ? [part] : part.split(/\n\s*\n/)))
    .map(part => part.trim())
    .filter(part => part !== '');
}

function fenced(code: string): string {
  return code.startsWith('```') ? code : `\`\`\`ts\n${code}\n\`\`\``;
}

function parameterOf({ text }: ts.JSDocTagInfo): string {
  const [name = '', ...rest] = textOf(text).split(/\s+/);
  const description = rest.join(' ').replace(/^- /, '');
  return `- \`${name}\`${description ? `: ${description}` : ''}`;
}

function deprecation(tags: readonly ts.JSDocTagInfo[] = []): string {
  const tag = tags.find(({ name }) => name === 'deprecated');
  return tag ? `**Deprecated.** ${textOf(tag.text)}` : '';
}

const joined = (parts: readonly string[]) => parts.filter(part => part.trim() !== '').join('\n\n');
