/** The public source that is asked where nothing else is set; it gives packages as modules. */
export const DEFAULT_SOURCE = 'https://cdn.jsdelivr.net/npm/{package}/+esm';

/** A package's name, the version that is asked for, and the path of a module in it. */
const PACKAGE = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(?:@[\w.^~-]+)?(?:\/[\w.-]+)*$/i;

/**
 * The address of a module, by the name or address that stands in an import. Addresses of other
 * hosts than the source are none of ours, so that a cell can tell nothing to a host that it names.
 *
 * @param source with `{package}` where the name goes
 */
export function packageAddress(specifier: string, source: string): URL | undefined {
  if (/^https?:/.test(specifier)) {
    const address = parseUrl(specifier);
    const isOurs = address?.origin === parseUrl(source)?.origin;
    return isOurs && !address?.username ? address : undefined;
  }
  const name = specifier.replace(/^npm:/, '');
  const isName = PACKAGE.test(name) && !name.split('/').includes('..');
  return isName ? parseUrl(source.replace('{package}', name)) : undefined;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
