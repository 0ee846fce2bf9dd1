import { afterEach, describe, expect, it, vi } from 'vitest';
import { Consent } from '../../src/kernel/consent';
import { PackageBroker } from '../../src/kernel/package-broker';
import { DEFAULT_SOURCE, packageAddress } from '../../src/kernel/package-source';
import { untranslated } from '../../src/kernel/words';

describe('the address of a package', () => {
  it.each([
    ['lodash-es', 'https://cdn.jsdelivr.net/npm/lodash-es/+esm'],
    ['lodash-es@4.17.21', 'https://cdn.jsdelivr.net/npm/lodash-es@4.17.21/+esm'],
    [
      'npm:@scope/name@^1.2/sub/path.js',
      'https://cdn.jsdelivr.net/npm/@scope/name@%5E1.2/sub/path.js/+esm'
    ],
    ['https://cdn.jsdelivr.net/npm/x/+esm', 'https://cdn.jsdelivr.net/npm/x/+esm']
  ])('%s', (specifier, address) => {
    expect(decodeURI(packageAddress(specifier, DEFAULT_SOURCE)?.href ?? '')).toBe(
      decodeURI(address)
    );
  });

  it.each([
    'https://elsewhere.example/x.js',
    'http://cdn.jsdelivr.net/x.js',
    'https://user:word@cdn.jsdelivr.net/x.js',
    'https://cdn.jsdelivr.net.elsewhere.example/x.js',
    '//elsewhere.example/x.js',
    'data:text/javascript,1',
    'file:///etc/passwd',
    'blob:null/1',
    'a/../../b',
    'a b',
    'a?b=c',
    'a#b',
    '@elsewhere.example',
    ''
  ])('is none for %s', specifier => {
    expect(packageAddress(specifier, DEFAULT_SOURCE)).toBeUndefined();
  });
});

describe('a package broker', () => {
  afterEach(() => vi.unstubAllGlobals());
  const broker = (allowed: boolean, refused = vi.fn()) =>
    new PackageBroker({
      source: () => DEFAULT_SOURCE,
      isAllowed: () => allowed,
      refused,
      translate: untranslated
    });
  const respond = (url: string, text: string) =>
    vi.fn(() => Promise.resolve({ url, ok: true, text: () => Promise.resolve(text) }));

  it('fetches nothing before the learner has allowed it, and says so', async () => {
    const fetch = respond('', '');
    vi.stubGlobal('fetch', fetch);
    const refused = vi.fn();
    expect(await broker(false, refused).answer('lodash-es')).toMatchObject({
      got: 'refusal',
      reason: expect.stringContaining('may not load packages from the network')
    });
    expect(refused).toHaveBeenCalledWith('lodash-es');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('fetches without credentials and without saying where from', async () => {
    const fetch = respond('https://cdn.jsdelivr.net/npm/x@1/+esm', 'export {}');
    vi.stubGlobal('fetch', fetch);
    expect(await broker(true).answer('x')).toEqual({
      got: 'module',
      address: 'https://cdn.jsdelivr.net/npm/x@1/+esm',
      text: 'export {}'
    });
    expect(fetch).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    );
  });

  it('takes nothing from where its source sends it', async () => {
    vi.stubGlobal('fetch', respond('https://elsewhere.example/x.js', 'export {}'));
    expect(await broker(true).answer('x')).toMatchObject({ got: 'refusal' });
  });
});

describe('consent', () => {
  it('is kept by the path of the notebook, goes with it, and ends with it', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value)
    };
    const consent = new Consent(storage, 'here');
    consent.set('a.ipynb', true);
    expect(new Consent(storage, 'here').has('a.ipynb')).toBe(true);
    expect(new Consent(storage, 'elsewhere').has('a.ipynb')).toBe(false);
    consent.move('a.ipynb', 'b.ipynb');
    expect([consent.has('a.ipynb'), consent.has('b.ipynb')]).toEqual([false, true]);
    consent.set('b.ipynb', false);
    expect(new Consent(storage, 'here').has('b.ipynb')).toBe(false);
  });

  it('works where the browser keeps nothing', () => {
    const consent = new Consent(undefined, 'here');
    consent.set('a.ipynb', true);
    expect(consent.has('a.ipynb')).toBe(true);
  });
});
