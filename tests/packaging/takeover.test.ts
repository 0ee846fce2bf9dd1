import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOver } from '../../scripts/webpack/takeover.js';

const replacements = {
  'stock:kernels': 'ours:kernels',
  'stock:sessions': 'ours:sessions'
};

/** A page whose configuration disables `disabled`, with a container as webpack makes it. */
function page(disabled: string[] | undefined, get: () => Promise<unknown>) {
  const element = { textContent: JSON.stringify({ baseUrl: '/', disabledExtensions: disabled }) };
  const container = { init: vi.fn(async () => {}), get: vi.fn(get) };
  const containers: Record<string, typeof container> = { ours: container };
  vi.stubGlobal('window', { _JUPYTERLAB: containers });
  vi.stubGlobal('document', {
    getElementById: (id: string) => (id === 'jupyter-config-data' ? element : null)
  });
  takeOver('ours', replacements);
  return {
    container,
    init: () => (containers.ours as unknown as { init(scope: object): Promise<void> }).init({}),
    disabled: () =>
      (JSON.parse(element.textContent) as { disabledExtensions: string[] }).disabledExtensions
  };
}

describe('taking over from the stock plugins', () => {
  let arrives: () => Promise<unknown>;
  beforeEach(() => {
    arrives = async () => () => ({});
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('disables them once our plugins have arrived', async () => {
    const { init, disabled } = page(['other:plugin'], arrives);
    expect(disabled()).toEqual(['other:plugin']);
    await init();
    expect(disabled()).toEqual(['other:plugin', 'stock:kernels', 'stock:sessions']);
  });

  it('leaves them on where a file of ours fails to load', async () => {
    const { init, disabled } = page([], () => Promise.reject(new Error('Loading chunk 1 failed')));
    await expect(init()).rejects.toThrow('Loading chunk 1 failed');
    expect(disabled()).toEqual([]);
  });

  it('leaves them on where the whole extension is disabled', async () => {
    const { init, disabled } = page(['ours'], arrives);
    await init();
    expect(disabled()).toEqual(['ours']);
  });

  it('leaves on the one whose replacement is disabled', async () => {
    const { init, disabled } = page(['ours:kernels'], arrives);
    await init();
    expect(disabled()).toEqual(['ours:kernels', 'stock:sessions']);
  });

  it('works on a page that disables nothing', async () => {
    const { init, disabled } = page(undefined, arrives);
    await init();
    expect(disabled()).toEqual(['stock:kernels', 'stock:sessions']);
  });

  it('hands what the page shares to the container', async () => {
    const { init, container } = page([], arrives);
    await init();
    expect(container.init).toHaveBeenCalledWith({});
  });
});
