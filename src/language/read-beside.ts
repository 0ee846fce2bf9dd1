import type { OutsideAnswer, OutsideRequest } from '../protocol/outside';
import type { ReadBeside } from './client';

/** Reads beside a notebook as its cells do, by whoever answers them, and within the same limits. */
export function readBesideBy(
  answer: (request: Extract<OutsideRequest, { ask: 'read' }>) => Promise<OutsideAnswer>
): ReadBeside {
  return async paths => {
    const found = await answer({ ask: 'read', paths });
    return found.got === 'file'
      ? { path: found.path, text: new TextDecoder().decode(found.bytes) }
      : undefined;
  };
}
