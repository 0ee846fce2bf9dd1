/** Whether an import names a file beside the notebook. */
export const isLocal = (specifier: string): boolean => /^(?:\.{0,2}\/|\.{1,2}$)/.test(specifier);

/** The path that a specifier means in a file; what leads out of the folder keeps its `..`. */
export function resolvePath(specifier: string, from: string): string {
  if (specifier.startsWith('/')) {
    return specifier;
  }
  const steps = from.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') {
      steps.pop();
    } else if (step !== '.' && step !== '') {
      steps.push(step);
    }
  }
  return steps.join('/');
}

const SOURCES = ['.ts', '.js', '.mjs', '.json'];

/** The files that an import may mean, the likeliest first. */
export function candidates(path: string): string[] {
  if (/\.(?:ts|json)$/.test(path)) {
    return [path];
  }
  if (/\.m?js$/.test(path)) {
    // TypeScript's own way to name a file by what it becomes.
    return [path, path.replace(/\.m?js$/, '.ts')];
  }
  return [...SOURCES.map(ending => path + ending), `${path}/index.ts`, `${path}/index.js`];
}
