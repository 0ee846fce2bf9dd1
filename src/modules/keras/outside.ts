import type { Host } from '../host';

let host: Host | undefined;

/** Hands the outside over; without it files cannot be reached, and training is not shown. */
export function useHost(given: Host): void {
  host = given;
}

/** The outside, where there is one. */
export const outside = (): Host | undefined => host;
