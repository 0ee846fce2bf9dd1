const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};

/** Text as it stands in HTML, between tags or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? character);
}

/** A table cell: its text, and a class or title where it has one. */
export interface HtmlCell {
  text: string;
  class?: string;
  title?: string;
}

/** One table with a caption; `rowHeaders` makes the first cell of each row a header. */
export interface HtmlTable {
  class: string;
  caption: string;
  head: HtmlCell[];
  rows: HtmlCell[][];
  rowHeaders?: boolean;
}

function cell(tag: string, content: HtmlCell, scope = ''): string {
  const attributes = [
    scope && ` scope="${scope}"`,
    content.class && ` class="${content.class}"`,
    content.title && ` title="${escapeHtml(content.title)}"`
  ];
  return `<${tag}${attributes.filter(Boolean).join('')}>${escapeHtml(content.text)}</${tag}>`;
}

/** The table's HTML: classes only, no style and no script, as the page's sanitiser lets through. */
export function tableHtml(table: HtmlTable): string {
  const head = table.head.map(content => cell('th', content, 'col')).join('');
  const rows = table.rows.map(row => {
    const cells = row.map((content, i) =>
      i === 0 && table.rowHeaders ? cell('th', content, 'row') : cell('td', content)
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return (
    `<table class="lb-table ${table.class}"><caption>${escapeHtml(table.caption)}</caption>` +
    `<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  );
}
