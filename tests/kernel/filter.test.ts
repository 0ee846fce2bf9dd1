import { describe, expect, it } from 'vitest';
import { filterOutput, OUTPUT_LIMIT } from '../../src/kernel/filter';
import type { Json } from '../../src/protocol/runtime';

const VEGA_LITE = 'application/vnd.vegalite.v5+json';
const sanitize = (html: string) => html.replaceAll(/<script.*?<\/script>/g, '');

function plot(spec: Json) {
  return filterOutput({ 'text/plain': 'plot', [VEGA_LITE]: spec }, sanitize);
}

describe('what a cell may show', () => {
  it('lets text and pictures through', () => {
    const data = { 'text/plain': 'a', 'image/png': 'aGk=' };
    expect(filterOutput(data, sanitize)).toEqual({ data, notices: [] });
  });

  it('sanitises HTML', () => {
    const { data } = filterOutput({ 'text/html': 'a<script>x</script>b' }, sanitize);
    expect(data['text/html']).toBe('ab');
  });

  it('drops HTML where nothing can sanitise it', () => {
    const { data } = filterOutput({ 'text/plain': 'a', 'text/html': '<b>a</b>' }, undefined);
    expect(data).toEqual({ 'text/plain': 'a' });
  });

  it.each([
    'application/javascript',
    'application/vnd.jupyter.widget-view+json',
    'application/vnd.vega.v5+json',
    'text/markdown',
    'image/svg+xml',
    'application/pdf',
    'application/x-of-my-own'
  ])('refuses %s and says so', mimeType => {
    const { data, notices } = filterOutput({ 'text/plain': 'a', [mimeType]: 'x' }, sanitize);
    expect(data).toEqual({ 'text/plain': 'a' });
    expect(notices).toMatchObject([{ id: 'outputRefused', mimeType }]);
  });

  it('refuses an output that a notebook cannot hold, with its size', () => {
    const { data, notices } = filterOutput({ 'text/plain': 'x'.repeat(OUTPUT_LIMIT) }, sanitize);
    expect(data).toEqual({});
    expect(notices).toMatchObject([{ id: 'outputTooLarge', limit: OUTPUT_LIMIT }]);
  });
});

describe('a plot', () => {
  const points = { mark: 'point', data: { values: [{ x: 1 }] }, encoding: {} };

  it('may hold its data in itself, whatever its columns are called', () => {
    const spec = { ...points, data: { values: [{ url: 'https://example.org', href: 'x' }] } };
    expect(plot(spec).data).toHaveProperty([VEGA_LITE], spec);
  });

  it.each<[string, Json]>([
    ['an address for its data', { ...points, data: { url: 'https://example.org/a.csv' } }],
    ['an address in a layer', { layer: [points, { ...points, data: { url: '/api/contents' } }] }],
    ['a link', { ...points, encoding: { href: { field: 'x' } } }],
    ['a url channel', { ...points, encoding: { url: { field: 'x' } } }],
    ['image marks', { ...points, mark: 'image' }],
    ['image marks with settings', { ...points, mark: { type: 'image' } }],
    ['embed options', { ...points, usermeta: { embedOptions: { loader: {} } } }],
    [
      'a look-up in other data',
      { ...points, transform: [{ lookup: 'x', from: { data: { url: 'a.json' }, key: 'x' } }] }
    ]
  ])('may not have %s', (_, spec) => {
    const { data, notices } = plot(spec);
    expect(data).toEqual({ 'text/plain': 'plot' });
    expect(notices).toHaveLength(1);
  });
});
