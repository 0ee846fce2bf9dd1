import { describe, expect, it } from 'vitest';
import { canKeep } from '../../src/app/probe';

type Handler = (() => void) | null;

/** A database factory whose `open` ends with the given event, or never. */
function factory(event: 'onsuccess' | 'onerror' | 'nothing'): IDBFactory {
  const request = {
    onsuccess: null as Handler,
    onerror: null as Handler,
    error: null,
    result: { close: () => undefined }
  };
  return {
    open: () => {
      queueMicrotask(() => event !== 'nothing' && request[event]?.());
      return request;
    }
  } as unknown as IDBFactory;
}

describe('a browser', () => {
  it('keeps things where a database opens', async () => {
    expect(await canKeep(() => factory('onsuccess'))).toBe(true);
  });

  it('does not where it fails to open', async () => {
    expect(await canKeep(() => factory('onerror'))).toBe(false);
  });

  it('does not where there is none', async () => {
    expect(await canKeep(() => undefined)).toBe(false);
  });

  it('does not where asking for it is forbidden', async () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    expect(await canKeep(forbidden)).toBe(false);
  });

  it('does not where it never answers', async () => {
    expect(await canKeep(() => factory('nothing'), 5)).toBe(false);
  });
});
