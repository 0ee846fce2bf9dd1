import { afterEach, describe, expect, it, vi } from 'vitest';
import { ShippedFiles } from '../../src/app/shipped';

const modified = '2026-01-01T00:00:00.000Z';
const site = new Map<string, BodyInit>([
  [
    '/foo/files.json',
    JSON.stringify(
      ['first/fit a line.ipynb', 'first/data/penguins.csv', 'dot.png'].map(path => ({
        path,
        size: 10,
        modified
      }))
    )
  ],
  ['/foo/files/first/fit%20a%20line.ipynb', '{"cells":[]}'],
  ['/foo/files/first/data/penguins.csv', 'species,mass\n'],
  ['/foo/files/dot.png', new Uint8Array([137, 80, 0, 255])]
]);

function shipped(): ShippedFiles {
  vi.stubGlobal('fetch', (url: URL) => {
    const body = site.get(url.pathname);
    return Promise.resolve(new Response(body ?? 'none', { status: body ? 200 : 404 }));
  });
  return new ShippedFiles('https://example.org/foo/');
}

afterEach(() => vi.unstubAllGlobals());

describe('the files that come with the app', () => {
  it('are listed folder by folder', async () => {
    const files = shipped();
    const names = async (folder: string) =>
      (await files.list(folder)).map(({ name, type }) => `${name} ${type}`);
    expect(await names('')).toEqual(['first directory', 'dot.png file']);
    expect(await names('first')).toEqual(['fit a line.ipynb notebook', 'data directory']);
    expect(await names('mine')).toEqual([]);
  });

  it('come with their content: notebooks as JSON, texts as text, others as bytes', async () => {
    const files = shipped();
    const content = async (path: string) => {
      const model = await files.get(path, { content: true });
      return [model?.format, model?.content];
    };
    expect(await content('first/fit a line.ipynb')).toEqual(['json', { cells: [] }]);
    expect(await content('first/data/penguins.csv')).toEqual(['text', 'species,mass\n']);
    expect(await content('dot.png')).toEqual(['base64', 'iVAA/w==']);
  });

  it('are not asked for where only their names are wanted', async () => {
    expect(await shipped().get('dot.png')).toMatchObject({ content: null, size: 10 });
  });

  it('are undefined where the app has none of that name', async () => {
    expect(await shipped().get('first/other.ipynb', { content: true })).toBeUndefined();
  });
});
