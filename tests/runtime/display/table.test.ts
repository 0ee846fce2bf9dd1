import { describe, expect, it } from 'vitest';
import { render } from '../../../src/runtime/display';

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `n${i}`, size: i * 1.5, done: i % 2 === 0 }));

async function tableOf(value: unknown): Promise<{ text: string; html: string | undefined }> {
  const bundle = await render(value);
  const html = bundle['text/html'];
  return {
    text: String(bundle['text/plain']),
    html: html === undefined ? undefined : String(html)
  };
}

describe('tables', () => {
  it('show rows of objects with the type of each column', async () => {
    const { text, html } = await tableOf(rows(2));
    expect(text).toBe('name  size  done\nn0       0  true\nn1     1.5  false\n2 rows × 3 columns');
    expect(html).toContain('<caption>2 rows × 3 columns</caption>');
    expect(html).toContain('<th scope="col" class="lb-text" title="text">name</th>');
    expect(html).toContain('<td class="lb-number">1.5</td>');
    expect(html).toContain('<td class="lb-boolean">true</td>');
  });

  it('show the first and last five of many rows', async () => {
    const { html = '', text } = await tableOf(rows(344));
    expect(html).toContain('344 rows × 3 columns');
    expect(html.match(/<tr>/g)).toHaveLength(12);
    expect(html).toContain('>343</th>');
    expect(text.split('\n')).toHaveLength(13);
  });

  it('show what is missing as a dash', async () => {
    const { html } = await tableOf([{ a: 1, b: 'x' }, { a: null, b: 'y' }, { b: 'z' }]);
    expect(html?.match(/<td class="lb-missing lb-number" title="missing">–<\/td>/g)).toHaveLength(
      2
    );
  });

  it('show columns of equal length, plain or typed', async () => {
    const { text, html } = await tableOf({ x: new Float32Array([0.1, 2]), label: ['a', 'b'] });
    expect(text).toBe('  x  label\n0.1  a\n  2  b\n2 rows × 2 columns');
    expect(html).toContain('title="number">x</th>');
  });

  it('show dates', async () => {
    const { html } = await tableOf([{ day: new Date('2024-02-29') }]);
    expect(html).toContain('<td class="lb-date">2024-02-29</td>');
  });

  it('escape what stands in them', async () => {
    const { html } = await tableOf([{ '<b>': '<img src=x onerror="f()">' }]);
    expect(html).not.toMatch(/<img|<b>/);
    expect(html).toContain('&lt;b&gt;');
  });

  it.each<[string, unknown]>([
    ['numbers', [1, 2, 3]],
    ['an empty array', []],
    ['objects with nothing in common', [{ a: 1 }, { b: 1 }, { c: 1 }, { d: 1 }]],
    ['columns of different lengths', { a: [1, 2], b: [1] }],
    ['objects of objects', [{ a: { b: 1 } }]],
    ['errors', [new Error('a')]]
  ])('are not made of %s', async (_, value) => {
    expect((await tableOf(value)).html).toBeUndefined();
  });

  it('run no getter', async () => {
    const row = {
      a: 1,
      get b(): number {
        throw new Error('ran');
      }
    };
    expect((await tableOf([row])).html).toContain('<td class="lb-number">1</td>');
  });

  it('are quick for a million rows', async () => {
    const million = new Array<object>(1_000_000).fill({ a: 1, b: 2 });
    let reads = 0;
    const watched = new Proxy(million, {
      get: (target, key) => (reads++, Reflect.get(target, key) as unknown)
    });
    expect((await tableOf(watched)).text).toContain('1000000 rows × 2 columns');
    expect(reads).toBeLessThan(5000);
  });
});

describe('typed arrays', () => {
  it('are shown with their type, length and values', async () => {
    const { text, html } = await tableOf(new Float32Array([0.1, -2]));
    expect(text).toBe('Float32Array(2) [ 0.1, -2 ]');
    expect(html).toContain('<caption>Float32Array · [2]</caption>');
    expect(html).toContain('<td class="lb-number">0.1</td>');
  });
});
