import { describe, expect, it } from 'vitest';
import { formatTooltip, noAddresses, plotOptions } from '../../src/outputs/plot-options';

const toHtml = (value: unknown) => String(value).replaceAll('<', '&lt;');

describe('the tooltip of a plot', () => {
  it('shows names and values as text, an image among them', () => {
    const html = formatTooltip({ x: 1, image: '//example.org/<a>', list: [1] }, toHtml);
    expect(html).toBe(
      '<table><tr><td class="key">x</td><td class="value">1</td></tr>' +
        '<tr><td class="key">image</td><td class="value">//example.org/&lt;a></td></tr>' +
        '<tr><td class="key">list</td><td class="value">[1]</td></tr></table>'
    );
  });

  it('shows a single value as it is', () => {
    expect(formatTooltip('<b>', toHtml)).toBe('&lt;b>');
    expect(formatTooltip(null, toHtml)).toBe('null');
  });
});

it('a plot may follow no address', async () => {
  expect(noAddresses.isLocal?.('https://example.org')).toBe(true);
  await expect(noAddresses.resolveUrl('https://example.org')).rejects.toThrow('example.org');
  await expect(noAddresses.getDownloadUrl('a.csv')).rejects.toThrow('a.csv');
});

it('what a figure leaves to the theme is light in a dark one alone', () => {
  expect(plotOptions()).not.toHaveProperty('config');
  expect(plotOptions(true)).toMatchObject({ config: { style: { ink: { color: '#fff' } } } });
});
