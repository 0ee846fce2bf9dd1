import type { Formatter, Shown } from '../host';
import { previewOf, type DatasetDescription, type Preview } from './description';
import { DigitImages, Digits } from './digits';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? '');

/** Addresses in a text become links. */
const linked = (text: string) =>
  escape(text).replace(/https?:\/\/[^\s<]*[^\s<.,)]/g, url => `<a href="${url}">${url}</a>`);

const columnsOf = (rows: readonly object[]) => Object.keys(rows[0] ?? {});
const longest = 60;

function cellText(row: object, column: string): string {
  const value = (row as Record<string, unknown>)[column] ?? '–';
  const text = String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function rowsHtml(rows: readonly object[], total: number): string {
  const columns = columnsOf(rows);
  const cells = (row: object) =>
    columns.map(column => {
      const kind = typeof (row as Record<string, unknown>)[column] === 'number' ? 'number' : 'text';
      return `<td class="lb-${kind}">${escape(cellText(row, column))}</td>`;
    });
  const head = columns.map(column => `<th scope="col">${escape(column)}</th>`);
  return (
    `<table class="lb-table"><caption>The first ${rows.length} of ${total} rows</caption>` +
    `<thead><tr>${head.join('')}</tr></thead>` +
    `<tbody>${rows.map(row => `<tr>${cells(row).join('')}</tr>`).join('')}</tbody></table>`
  );
}

function rowsText(rows: readonly object[]): string {
  const columns = columnsOf(rows);
  const lines = [columns, ...rows.map(row => columns.map(column => cellText(row, column)))];
  const widths = columns.map((_, i) => Math.max(...lines.map(line => line[i]?.length ?? 0)));
  return lines
    .map(line =>
      line
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

function pictureHtml(picture: Uint8Array<ArrayBuffer>, text: string): string {
  const bytes = Array.from(picture, byte => String.fromCharCode(byte)).join('');
  return `<p><img alt="${escape(text)}" src="data:image/png;base64,${btoa(bytes)}"></p>`;
}

const previewHtml = (preview: Preview, total: number) =>
  'rows' in preview ? rowsHtml(preview.rows, total) : pictureHtml(preview.picture, preview.text);
const previewText = (preview: Preview) =>
  'rows' in preview ? rowsText(preview.rows) : preview.text;

const facts = ({ source, licence, citation, shape }: DatasetDescription) => ({
  shape: shape.join(' × '),
  source,
  licence,
  citation
});

/** Names, and what is said of each. */
function listHtml(caption: string, entries: [string, string][]): string {
  const rows = entries.map(
    ([key, value]) =>
      `<tr><th scope="row" class="lb-text">${escape(key)}</th>` +
      `<td class="lb-text">${linked(value)}</td></tr>`
  );
  return (
    `<table class="lb-table"><caption>${escape(caption)}</caption>` +
    `<tbody>${rows.join('')}</tbody></table>`
  );
}

function described(description: DatasetDescription, preview: Preview): Shown {
  const { name, rows } = description;
  const said = Object.entries(facts(description));
  const columns = Object.entries(description.columns);
  return {
    'text/html':
      `<p><strong>${escape(name)}</strong></p>` +
      listHtml('Where it is from', said) +
      listHtml('What is in it', columns) +
      previewHtml(preview, rows),
    'text/plain': [
      name,
      ...[...said, ...columns].map(([key, value]) => `${key}: ${value}`),
      '',
      previewText(preview)
    ].join('\n')
  };
}

/** A description: what it says, and the first of the data. */
export const descriptionFormatter: Formatter<DatasetDescription> = {
  matches: (value): value is DatasetDescription => previewOf(value) !== undefined,
  render: async description => {
    const preview = await previewOf(description)?.();
    return described(description, preview ?? { rows: [] });
  },
  text: ({ name, shape, licence }) => `${name}, ${shape.join(' × ')}, ${licence}`,
  label: ({ name }) => `Description of ${name}`
};

const count = (images: DigitImages) => images.labels.length;

/** Images of digits: some of each digit, side by side. */
export const imagesFormatter: Formatter<DigitImages> = {
  matches: (value): value is DigitImages => value instanceof DigitImages,
  render: async images => {
    const { picture, text } = await images.preview();
    return { 'text/html': pictureHtml(picture, text), 'text/plain': text };
  },
  text: images => `DigitImages ${images.shape.join(' × ')}, uint8`,
  label: images => `DigitImages [${images.shape.join(', ')}]`
};

/** Training and test images together. */
export const digitsFormatter: Formatter<Digits> = {
  matches: (value): value is Digits => value instanceof Digits,
  render: async digits => {
    const { picture, text } = await digits.train.preview();
    const said = summary(digits);
    return {
      'text/html': `<p>${said}</p>${pictureHtml(picture, text)}`,
      'text/plain': `${said}\n${text}`
    };
  },
  text: summary,
  label: digits => `Digits ${count(digits.train)} + ${count(digits.test)}`
};

function summary(digits: Digits): string {
  const { shape } = digits.train;
  return (
    `Digits: ${count(digits.train)} images to train with, ${count(digits.test)} to test with, ` +
    `each ${shape[1]} × ${shape[2]} pixels from 0 (black) to 255 (white)`
  );
}
