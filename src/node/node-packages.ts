import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What stands in `exports` of a package: a file, or what to take under which condition. */
type Target = string | null | Target[] | { [key: string]: Target };

const CONDITIONS: ReadonlySet<string> = new Set(['node', 'import', 'module', 'default']);

/**
 * The address of a package's module in `node_modules` beside a notebook or above it, as Node finds
 * it; nothing where it is not installed.
 */
export function findPackage(specifier: string, folder: string): string | undefined {
  const match = /^((?:@[^/]+\/)?[^/@.][^/]*)(\/.+)?$/.exec(specifier);
  const [, name = '', subPath = ''] = match ?? [];
  for (let at = path.resolve(folder); match; at = path.dirname(at)) {
    const home = path.join(at, 'node_modules', name);
    const description = path.join(home, 'package.json');
    if (existsSync(description)) {
      return addressIn(home, description, `.${subPath}`);
    }
    if (at === path.dirname(at)) {
      break;
    }
  }
  return undefined;
}

function addressIn(home: string, description: string, subPath: string): string | undefined {
  const { exports, main = 'index.js' } = JSON.parse(readFileSync(description, 'utf8')) as {
    exports?: Target;
    main?: string;
  };
  const file =
    exports === undefined || exports === null
      ? wholeName(home, subPath === '.' ? main : subPath)
      : choose(exports, subPath);
  return file === undefined ? undefined : addressOf(path.join(home, file));
}

/** A file of a package without `exports`, whose name may lack its ending. */
function wholeName(home: string, name: string): string | undefined {
  const names = [name, `${name}.js`, `${name}/index.js`];
  return names.find(file => statSync(path.join(home, file), { throwIfNoEntry: false })?.isFile());
}

/** What a package gives under a path, by the conditions that hold here. */
function choose(exports: Target, subPath: string): string | undefined {
  const isMap = typeof exports === 'object' && exports !== null && !Array.isArray(exports);
  const paths = isMap && Object.keys(exports).some(key => key.startsWith('.'));
  if (!paths) {
    return subPath === '.' ? pick(exports, '') : undefined;
  }
  const map = exports as Record<string, Target>;
  if (map[subPath] !== undefined) {
    return pick(map[subPath], '');
  }
  const patterns = Object.keys(map).filter(key => key.includes('*'));
  for (const pattern of patterns.sort((a, b) => b.length - a.length)) {
    const [before = '', after = ''] = pattern.split('*');
    if (subPath.startsWith(before) && subPath.endsWith(after)) {
      const star = subPath.slice(before.length, subPath.length - after.length);
      return pick(map[pattern] ?? null, star);
    }
  }
  return undefined;
}

function pick(target: Target, star: string): string | undefined {
  if (typeof target === 'string') {
    return target.replaceAll('*', star);
  }
  const options = Array.isArray(target)
    ? target
    : Object.entries(target ?? {})
        .filter(([condition]) => CONDITIONS.has(condition))
        .map(([, option]) => option);
  for (const option of options) {
    const file = pick(option, star);
    if (file !== undefined) {
      return file;
    }
  }
  return undefined;
}

const addressOf = (file: string): string => pathToFileURL(realpathSync(file)).href;
