import { bundledModules, type Host } from '../modules';
import type { Packages } from './packages';

/** Finds what cells import by name. Each module is loaded once, when it is first asked for. */
export class Imports {
  private readonly loaded = new Map<string, Promise<object>>();

  constructor(
    private readonly host: Host,
    private readonly packages: Packages
  ) {}

  /** @throws Error when there is no such module or it cannot be loaded; trying again may help */
  readonly import = (specifier: string): Promise<object> => {
    const known = this.loaded.get(specifier);
    if (known) {
      return known;
    }
    const load = Object.hasOwn(bundledModules, specifier) ? bundledModules[specifier] : undefined;
    if (!load) {
      return this.packages.import(specifier).catch((error: unknown) => {
        throw notFound(specifier, error);
      });
    }
    const module = load(this.host).catch((error: unknown) => {
      this.loaded.delete(specifier);
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The module '${specifier}' could not be loaded: ${reason}`, { cause: error });
    });
    this.loaded.set(specifier, module);
    return module;
  };

  /** A module, if anything has imported it. */
  ifLoaded(specifier: string): Promise<object | undefined> {
    return this.loaded.get(specifier)?.catch(() => undefined) ?? Promise.resolve(undefined);
  }
}

class ModuleNotFound extends Error {
  override readonly name = 'ModuleNotFound';
}

/** Says what there is to import, beside the reason why this is not there. */
function notFound(specifier: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const names = Object.keys(bundledModules).map(name => `'${name}'`);
  return new ModuleNotFound(
    `There is no module '${specifier}' in Lessonbook, which has ${names.join(', ')}. ${reason}`
  );
}
