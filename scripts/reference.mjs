// node scripts/reference.mjs: writes a page for each module that cells import to docs/reference/,
// from the documentation in its source.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { publicApi } from './reference-api.mjs';
import { splitOriginal } from './reference-originals.mjs';
import { introductions, topicOf } from './reference-topics.mjs';

const root = path.resolve(import.meta.dirname, '..');
export const folder = path.join(root, 'docs/reference');

/** The anchor of a heading, as GitHub and our own pages make it. */
const slugOf = heading =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const link = heading => `[${heading}](#${slugOf(heading)})`;
const list = items =>
  items
    .filter(Boolean)
    .map(item => `- ${item.replace(/\s*\n\s*/g, ' ')}`)
    .join('\n');
const block = code => `\`\`\`ts\n${code}\n\`\`\``;
const paragraphs = parts => parts.filter(Boolean).join('\n\n');

/** In a page a reference to another entry is its name alone. */
const plain = text => text.replace(/\{@link\s+([^}\s]+)[^}]*\}/g, '`$1`');

/** @param {import('./reference-api.mjs').Entry} entry */
function entryText(entry, heading, level) {
  const { text, system, original } = splitOriginal(plain(entry.text));
  return paragraphs([
    `${'#'.repeat(level)} ${heading}`,
    entry.signatures.length > 0 && block(entry.signatures.join('\n')),
    text,
    list([
      ...entry.params.map(({ name, text }) => `\`${name}\`: ${plain(text)}`),
      entry.returns && `Returns ${plain(entry.returns)}`,
      ...entry.errors.map(error => plain(error).replace(/^(\w+)\b/, 'Throws `$1`')),
      original && `${system}: ${original}`
    ]),
    ...entry.examples.map(({ code }) => code && block(code)),
    ...membersText(entry, level)
  ]);
}

/** The properties of a class as a table, its methods each under a heading. */
function membersText(entry, level) {
  const properties = entry.members.filter(each => each.kind === 'property');
  const methods = entry.members.filter(each => !properties.includes(each));
  const cell = text => text.replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
  return [
    properties.length > 0 &&
      [
        '| property | what |',
        '| --- | --- |',
        ...properties.map(
          ({ signatures, text }) => `| ${cell(`\`${signatures[0]}\``)} | ${cell(plain(text))} |`
        )
      ].join('\n'),
    ...methods.map(each => entryText(each, `${entry.name}.${each.name}`, level + 1))
  ];
}

/** A module's page: contents, then its topics, then the types that their signatures name. */
async function pageText(module) {
  const { title, before, prefix } = introductions(module.name);
  const topics = new Map();
  for (const entry of module.entries) {
    const topic = topicOf(module.name, entry);
    topics.set(topic, [...(topics.get(topic) ?? []), entry]);
  }
  const headingOf = entry => (entry.kind === 'type' ? entry.name : prefix + entry.name);
  const sorted = [...topics].sort(([a], [b]) => a.order - b.order);
  const text = paragraphs([
    `# ${title}`,
    before,
    list(
      sorted.map(
        ([topic, entries]) =>
          `**${topic.title}**: ${entries.map(e => link(headingOf(e))).join(' · ')}`
      )
    ),
    ...sorted.map(([topic, entries]) =>
      paragraphs([
        `## ${topic.title}`,
        ...entries.map(entry => entryText(entry, headingOf(entry), 3))
      ])
    )
  ]);
  return formatted(text);
}

/** The page that leads to the others. */
function overview(modules) {
  return formatted(
    paragraphs([
      '# Reference',
      'What the modules that a cell imports hold: how each function is called, its original in Python, ' +
        'what differs, and examples with what they print. Made by `npm run reference` from the ' +
        'documentation in the source; the examples are run by the tests.',
      list(modules.map(({ name }) => `[${name}](${name}.md): ${introductions(name).before}`))
    ])
  );
}

async function formatted(text) {
  const options = await prettier.resolveConfig(path.join(folder, 'page.md'));
  return prettier.format(`${text}\n`, { ...options, parser: 'markdown' });
}

/** Every page by its file name; modules that document nothing have none. */
export async function pages(api = publicApi()) {
  const modules = api.filter(({ entries }) => entries.length > 0);
  const texts = modules.map(async module => [`${module.name}.md`, await pageText(module)]);
  return new Map([['README.md', await overview(modules)], ...(await Promise.all(texts))]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of await pages()) {
    writeFileSync(path.join(folder, name), text);
    console.log(`docs/reference/${name}: ${text.match(/^#{3,4} /gm)?.length ?? 0} entries`);
  }
}
