import { specifiersOf } from '../compile';
import type { Outside } from './outside';

/** How the worker imports what is no part of the runtime. */
export interface ModuleLoading {
  /** An address under which a module with this source can be imported. */
  addressOf(source: string): string;
  importAddress(address: string): Promise<object>;
}

/**
 * Packages that a notebook may load. The worker itself reaches no network: it asks for the text of
 * each module, and for those that this imports, and puts them together.
 */
export class Packages {
  private readonly loaded = new Map<string, Promise<object>>();
  /** Where the modules of packages are in here, by the address or name they were asked for. */
  private readonly places = new Map<string, Promise<string>>();

  constructor(
    private readonly outside: Outside,
    private readonly loading: ModuleLoading
  ) {}

  /** @throws PackageError where the package is not allowed, or cannot be had */
  import(specifier: string): Promise<object> {
    const known = this.loaded.get(specifier);
    if (known) {
      return known;
    }
    const module = this.place(specifier, []).then(this.loading.importAddress);
    this.loaded.set(specifier, module);
    module.catch(() => this.loaded.delete(specifier));
    return module;
  }

  private place(specifier: string, above: readonly string[]): Promise<string> {
    if (above.includes(specifier)) {
      const circle = [...above.slice(above.indexOf(specifier)), specifier].join("' → '");
      return Promise.reject(new PackageError(`Its modules import each other: '${circle}'.`));
    }
    const known = this.places.get(specifier);
    if (known) {
      return known;
    }
    const place = this.load(specifier, [...above, specifier]);
    this.places.set(specifier, place);
    place.catch(() => this.places.delete(specifier));
    return place;
  }

  private async load(specifier: string, above: readonly string[]): Promise<string> {
    const answer = await this.outside.ask({ ask: 'package', specifier });
    if (answer.got === 'address') {
      return answer.address;
    }
    const { address, text } = answer;
    let source = '';
    let end = 0;
    for (const found of specifiersOf(text)) {
      const place = await this.place(resolve(found.text, address), above);
      source += text.slice(end, found.start) + place;
      end = found.end;
    }
    return this.loading.addressOf(`${source}${text.slice(end)}\n//# sourceURL=${address}`);
  }
}

class PackageError extends Error {
  override readonly name = 'PackageError';
}

/** What an import in a package means: an address, or the name of another package. */
function resolve(specifier: string, address: string): string {
  return /^\.{0,2}\//.test(specifier) ? new URL(specifier, address).href : specifier;
}
