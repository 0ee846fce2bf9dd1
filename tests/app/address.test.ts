import { describe, expect, it } from 'vitest';
import { pageOptions, requestedPaths, siteUrl, withoutPaths } from '../../src/app/address';

describe('the address of the app', () => {
  it.each([
    ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/'],
    ['https://example.org/foo/bar/', 'https://example.org/foo/bar/'],
    ['https://example.org/foo/index.html?path=a.ipynb#top', 'https://example.org/foo/']
  ])('of a page at %s is %s', (page, site) => {
    expect(siteUrl(page)).toBe(site);
  });

  it('gives every part an address below the folder of the page', () => {
    const options = pageOptions('https://example.org/foo/bar/');
    expect(options.baseUrl).toBe('/foo/bar/');
    expect(options.settingsUrl).toBe('/foo/bar/schemas');
  });

  it('tells the plugins that there is no Jupyter server', () => {
    expect(pageOptions('http://127.0.0.1:8000/').lessonbookServer).toBe('false');
  });

  it('keeps the notebooks of two copies on one origin apart', () => {
    const first = pageOptions('https://example.org/autumn/').contentsStorageName;
    const second = pageOptions('https://example.org/spring/').contentsStorageName;
    expect(first).not.toBe(second);
  });
});

describe('the files that an address asks for', () => {
  it('are all of its paths, decoded', () => {
    const page = 'http://127.0.0.1:8000/?path=first%2Ffit%20a%20line.ipynb&path=b.md&path=';
    expect(requestedPaths(page)).toEqual(['first/fit a line.ipynb', 'b.md']);
  });

  it('are taken from the address once they are open, and nothing else is', () => {
    expect(withoutPaths('http://127.0.0.1:8000/foo/?path=a.ipynb&reset=#top')).toBe(
      'http://127.0.0.1:8000/foo/?reset=#top'
    );
  });
});
