import { describe, expect, it } from 'vitest';
import { markdown, render } from '../../../src/runtime/display';
import { markdownHtml } from '../../../src/runtime/display/markdown';

const inner = (source: string) =>
  markdownHtml(source)
    .replace(/^<div class="lb-markdown">|<\/div>$/g, '')
    .trim();

describe('Markdown', () => {
  it('becomes HTML', () => {
    expect(inner('# A\n\n- b')).toBe('<h1>A</h1>\n<ul>\n<li>b</li>\n</ul>');
  });

  it.each<[string, string]>([
    ['on a line', 'so $a_1 * b_2 < c*d$ holds'],
    ['with dollars of its own', 'so $a \\$ b_1 _c_$ holds'],
    ['in parentheses', 'so \\(a_1 * b_2\\) holds'],
    ['displayed', 'so $$a_1 * b_2 * c$$ holds']
  ])('leaves a formula %s alone', (_, source) => {
    expect(inner(source)).toBe(`<p>${source.replace('<', '&lt;')}</p>`);
  });

  it.each<[string, string]>([
    ['$$', '$$\na\n- b\n= c\n$$'],
    ['\\[', '\\[\na\n\n> b\n\\]']
  ])('leaves a formula of several lines between %s alone', (_, source) => {
    expect(inner(source)).toBe(`<p>${source.replace('>', '&gt;')}</p>`);
  });

  it('does not take prices or code for formulas', () => {
    expect(inner('from $5 to *$10*')).toBe('<p>from $5 to <em>$10</em></p>');
    expect(inner('`$a_b$`')).toBe('<p><code>$a_b$</code></p>');
  });

  it('is shown as HTML and kept as it is', async () => {
    const bundle = await render(markdown('**a**'));
    expect(bundle).toEqual({
      'text/markdown': '**a**',
      'text/html': '<div class="lb-markdown"><p><strong>a</strong></p>\n</div>',
      'text/plain': '**a**'
    });
  });
});
