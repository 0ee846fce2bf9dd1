import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/protocol/runtime';
import { render } from '../../../src/runtime/display';

const mime = 'application/vnd.vegalite.v5+json';
const encoding = { x: { field: 'a', type: 'quantitative' } };

async function plot(value: unknown): Promise<{ spec: Json | undefined; text: Json | undefined }> {
  const bundle = await render(value);
  return { spec: bundle[mime], text: bundle['text/plain'] };
}

describe('Vega-Lite specs', () => {
  it('are shown as plots, with a schema and a summary', async () => {
    const { spec, text } = await plot({
      mark: { type: 'point' },
      data: { values: [{ a: 1 }, { a: 2 }] },
      encoding
    });
    expect(spec).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      data: { values: [{ a: 1 }, { a: 2 }] }
    });
    expect(text).toBe('Vega-Lite: point, 2 rows');
  });

  it('become plain JSON', async () => {
    const { spec } = await plot({
      mark: 'bar',
      encoding,
      data: { values: [{ a: new Date(0), b: Infinity, c: new Float32Array([1]), d: undefined }] }
    });
    expect(spec).toMatchObject({
      data: { values: [{ a: '1970-01-01T00:00:00.000Z', b: null, c: [1] }] }
    });
  });

  it('may hold their data in columns', async () => {
    const { spec } = await plot({
      layer: [
        { mark: 'line', encoding, data: { values: { a: new Int32Array([1, 2]), b: [3, 4] } } }
      ]
    });
    expect(spec).toMatchObject({
      layer: [
        {
          data: {
            values: [
              { a: 1, b: 3 },
              { a: 2, b: 4 }
            ]
          }
        }
      ]
    });
  });

  it('may be composed', async () => {
    const view = { mark: 'line', encoding };
    const data = { values: [{ a: 1 }] };
    expect((await plot({ data, layer: [view, { mark: 'rule' }] })).text).toBe(
      'Vega-Lite: line + rule, 1 row'
    );
    for (const spec of [
      { data, hconcat: [view] },
      { data, facet: { field: 'a' }, spec: view },
      { data, repeat: ['a'], spec: view }
    ]) {
      expect((await plot(spec)).spec).toBeDefined();
    }
  });

  it('keep the schema they name', async () => {
    const $schema = 'https://vega.github.io/schema/vega-lite/v5.8.json';
    expect((await plot({ $schema, mark: 'bar' })).spec).toMatchObject({ $schema });
  });

  it.each([
    { mark: 'A+', name: 'Ada' },
    { layer: [1, 2], data: 3 },
    { data: [1], encoding: 'utf-8' }
  ])('are not any object with a key of theirs: %j', async value => {
    expect((await plot(value)).spec).toBeUndefined();
  });

  it('that refer to themselves are shown as objects', async () => {
    const spec: Record<string, unknown> = { mark: 'bar', encoding };
    spec.self = spec;
    const { text, spec: json } = await plot(spec);
    expect(json).toBeUndefined();
    expect(text).toContain('[Circular *1]');
  });
});
