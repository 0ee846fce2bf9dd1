import { bundledModules, type Host } from '../modules';

/** Finds what cells import. Each module is loaded once, when it is first asked for. */
export class Imports {
  private readonly loaded = new Map<string, Promise<object>>();

  constructor(private readonly host: Host) {}

  /** @throws Error when there is no such module or it cannot be loaded; trying again may help */
  readonly import = (specifier: string): Promise<object> => {
    const known = this.loaded.get(specifier);
    if (known) {
      return known;
    }
    const load = Object.hasOwn(bundledModules, specifier) ? bundledModules[specifier] : undefined;
    if (!load) {
      return Promise.reject(new ModuleNotFound(specifier));
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

  constructor(specifier: string) {
    const names = Object.keys(bundledModules).map(name => `'${name}'`);
    super(`There is no module '${specifier}'. A cell can import ${names.join(', ')}.`);
  }
}
