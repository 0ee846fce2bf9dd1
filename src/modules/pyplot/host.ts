import type { Host } from '../host';

/** What figures ask of the outside; the runtime gives it before a cell can draw. */
let host: Host | undefined;

/** @internal */
export function setHost(given: Host): void {
  host = given;
}

/** @throws Error outside of a notebook, where nothing can be shown or written */
export function requireHost(): Host {
  if (!host) throw new Error('pyplot has nowhere to show or save a figure outside of a notebook.');
  return host;
}
