import { describe, expect, it } from 'vitest';
import { findPlotProblem } from '../../src/kernel/plot-filter';
import type { Json } from '../../src/protocol/runtime';

const points = { mark: 'point', data: { values: [{ x: 1 }] }, encoding: {} };
const slider = { name: 'a', value: 1, bind: { input: 'range', min: 0, max: 10, step: 1 } };

describe('a plot', () => {
  it.each<[string, Json]>([
    [
      'columns of any name',
      { ...points, data: { values: [{ url: 'https://example.org', href: 'x', usermeta: 1 }] } }
    ],
    ['data sets whose rows have any name', { ...points, datasets: { a: [{ url: 'b' }] } }],
    ['its schema', { ...points, $schema: 'https://vega.github.io/schema/vega-lite/v5.20.1.json' }],
    ['controls', { ...points, params: [slider] }],
    [
      'controls of a selection',
      {
        ...points,
        params: [
          {
            name: 'pick',
            select: { type: 'point', fields: ['x'] },
            bind: { x: { input: 'select', options: [null, 1], labels: ['all', 'one'] } }
          },
          { name: 'zoom', select: 'interval', bind: 'scales' },
          { name: 'legend', select: 'point', bind: { legend: 'dblclick' } }
        ]
      }
    ],
    ['one of the named cursors', { ...points, mark: { type: 'bar', cursor: 'pointer' } }],
    ['expressions', { ...points, transform: [{ calculate: 'datum.x * 2', as: 'y' }] }]
  ])('may have %s', (_, spec) => {
    expect(findPlotProblem(spec)).toBeUndefined();
  });

  it.each<[string, Json]>([
    ['an address in its place', 'https://example.org/plot.json'],
    ['an address for its data', { ...points, data: { url: 'https://example.org/a.csv' } }],
    ['an address in a layer', { layer: [points, { ...points, data: { url: '/api/contents' } }] }],
    ['an address in a data set', { ...points, datasets: 'https://example.org' }],
    ['a link', { ...points, encoding: { href: { field: 'x' } } }],
    ['a link by a style', { ...points, config: { style: { values: { href: 'x' } } } }],
    ['a url channel', { ...points, encoding: { url: { field: 'x' } } }],
    ['image marks', { ...points, mark: 'image' }],
    ['image marks with settings', { ...points, mark: { type: 'image' } }],
    ['embed options', { ...points, usermeta: { embedOptions: { loader: {} } } }],
    [
      'a look-up in other data',
      { ...points, transform: [{ lookup: 'x', from: { data: { url: 'a.json' }, key: 'x' } }] }
    ],
    ['the schema of Vega', { $schema: 'https://vega.github.io/schema/vega/v5.json', marks: [] }],
    ['a schema of its own', { ...points, $schema: { toString: 1 } }],
    ['signals of Vega', { ...points, config: { signals: [] } }],
    ['a cursor that loads', { ...points, mark: { type: 'bar', cursor: 'url(//example.org)' } }],
    ['a cursor that is computed', { ...points, mark: { type: 'bar', cursor: { expr: '"u"' } } }],
    ['a cursor for all of it', { ...points, params: [{ name: 'cursor', value: 'url(x)' }] }],
    [
      'a control that loads',
      { ...points, params: [{ ...slider, bind: { input: 'image', src: '//example.org' } }] }
    ],
    [
      'a control with a handler',
      { ...points, params: [{ ...slider, bind: { input: 'text', onfocus: 'alert(1)' } }] }
    ],
    [
      'a control with a handler, for a field',
      { ...points, params: [{ name: 'a', bind: { x: { input: 'text', onfocus: 'alert(1)' } } }] }
    ],
    [
      'a control of the page',
      { ...points, params: [{ name: 'a', bind: { element: '#password' } }] }
    ],
    [
      'a control elsewhere in the page',
      { ...points, params: [{ ...slider, bind: { input: 'text', element: 'body' } }] }
    ],
    [
      'a control in its configuration',
      { config: { params: [{ name: 'a', bind: { input: 'x' } }] } }
    ]
  ])('may not have %s', (_, spec) => {
    expect(findPlotProblem(spec)).toMatch(/\.$/);
  });
});
