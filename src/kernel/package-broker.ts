import type { OutsideAnswer } from '../protocol/outside';
import { packageAddress } from './package-source';
import type { Translate } from './words';

/** Bytes of the largest module. */
const LARGEST = 20_000_000;
/** Modules that one kernel may load: as many as large packages have, and no stream of data. */
const MOST = 500;

/** What a package broker works with. */
export interface PackageBrokerParts {
  /** The address of packages, with `{package}` where the name goes. */
  source(): string;
  /** Whether the learner lets this notebook load packages. */
  isAllowed(): boolean;
  /** A cell asked for a package, and the learner has not allowed it. */
  refused(specifier: string): void;
  translate: Translate;
}

/**
 * Fetches the modules of packages for a notebook whose learner has allowed it. The page does so,
 * without credentials and from one source, and hands the text over; the worker reaches nothing.
 */
export class PackageBroker {
  private count = 0;

  constructor(private readonly parts: PackageBrokerParts) {}

  async answer(asked: unknown): Promise<OutsideAnswer> {
    const { translate: __, source, isAllowed, refused } = this.parts;
    const specifier = String(asked);
    const address = packageAddress(specifier, source());
    if (!address) {
      return refusal(
        __('A package has a name such as lodash-es, lodash-es@4.17.21 or %1.', source())
      );
    }
    if (!isAllowed()) {
      refused(specifier);
      return refusal(
        __(
          'It could be a package from %1, but this notebook may not load packages from the network. Allow it with the command "Let This Notebook Load Packages", and run the cell again.',
          address.host
        )
      );
    }
    this.count += 1;
    if (this.count > MOST) {
      return refusal(__('This kernel has loaded %1 modules, which is the most it may.', MOST));
    }
    try {
      return await this.fetch(address);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return refusal(__('%1 could not be loaded: %2', address.href, reason));
    }
  }

  private async fetch(address: URL): Promise<OutsideAnswer> {
    const { translate: __ } = this.parts;
    const response = await fetch(address, {
      mode: 'cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer'
    });
    const final = new URL(response.url);
    if (final.origin !== address.origin) {
      throw new Error(__('it has moved to %1', final.host));
    }
    if (!response.ok) {
      throw new Error(
        response.status === 404
          ? __('there is no such package (%1)', response.status)
          : `${response.status} ${response.statusText}`
      );
    }
    const text = await response.text();
    if (text.length > LARGEST) {
      throw new Error(__('it has more than %1 MB', LARGEST / 1e6));
    }
    return { got: 'module', address: final.href, text };
  }
}

const refusal = (reason: string): OutsideAnswer => ({
  got: 'refusal',
  name: 'PackageError',
  reason
});
