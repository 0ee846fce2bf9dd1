import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';
import { build, type BuildFailure, type BuildOptions, type Plugin } from 'esbuild';
import * as kit from '../check';
import type { Problem } from '../lesson/problem';
import { COUNT, mutantsEntry, mutate, SWITCH, switchCode, type Mutant } from './mutants';

/** The checkers of a lesson, compiled. */
export interface BundledChecks {
  /** A CommonJS module whose only import is the kit; empty where it could not be made. */
  code: string;
  /** The exercises that it has checkers for. */
  exercises: string[];
  problems: Problem[];
}

/** The checkers of a lesson with all their mutants, compiled. */
export interface MutatedChecks {
  code: string;
  mutants: Mutant[];
}

const optionsFor = (file: string): BuildOptions & { write: false } => ({
  absWorkingDir: path.resolve(path.dirname(file)),
  bundle: true,
  write: false,
  format: 'cjs',
  target: 'es2022',
  platform: 'neutral',
  external: ['lessonbook/check'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
  tsconfigRaw: {}
});

/** Compiles `checks.ts` and what it imports of its own folder into one text. */
export async function bundleChecks(file: string, shownAs: string): Promise<BundledChecks> {
  let code: string;
  try {
    const result = await build({ ...optionsFor(file), entryPoints: [path.resolve(file)] });
    code = (result.outputFiles[0]?.text ?? '').trimEnd();
  } catch (error) {
    return { code: '', exercises: [], problems: problemsOf(error, file, shownAs) };
  }
  try {
    return { code, exercises: Object.keys(evaluate(code)), problems: [] };
  } catch (error) {
    const message = `The checkers cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
    return { code: '', exercises: [], problems: [{ file: shownAs, line: 1, message }] };
  }
}

/**
 * Compiles `checks.ts` with its mutants.
 *
 * @param shownAs how mutants name the file
 */
export async function bundleMutants(file: string, shownAs: string): Promise<MutatedChecks> {
  const mutants: Mutant[] = [];
  const folder = path.dirname(shownAs);
  const result = await build({
    ...optionsFor(file),
    stdin: {
      contents: mutantsEntry(`./${path.basename(file)}`),
      resolveDir: path.resolve(path.dirname(file)),
      loader: 'js'
    },
    plugins: [mutating(folder, mutants)]
  });
  const text = result.outputFiles?.[0]?.text.trimEnd() ?? '';
  return { code: text.replaceAll(COUNT, String(mutants.length)), mutants };
}

function mutating(folder: string, mutants: Mutant[]): Plugin {
  return {
    name: 'mutants',
    setup({ onResolve, onLoad, initialOptions }) {
      const root = initialOptions.absWorkingDir ?? '';
      onResolve({ filter: new RegExp(`^${SWITCH}$`) }, () => ({
        path: 'switch',
        namespace: 'mutants'
      }));
      onLoad({ filter: /./, namespace: 'mutants' }, () => ({ contents: switchCode, loader: 'js' }));
      onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path: place }) => {
        const source = await readFile(place, 'utf8');
        const shown = path.join(folder, path.relative(root, place));
        const { code, mutants: own } = mutate(source, shown, mutants.length + 1);
        mutants.push(...own);
        return { contents: code, loader: 'ts' };
      });
    }
  };
}

/** The checkers by exercise, as the runtime will find them. */
function evaluate(code: string): object {
  const define = vm.compileFunction(code, ['module', 'exports', 'require']) as (
    module: object,
    exports: object,
    require: (specifier: string) => unknown
  ) => void;
  const module: { exports: { default?: unknown } } = { exports: {} };
  define(module, module.exports, specifier => {
    if (specifier !== 'lessonbook/check') {
      throw new Error(`a checker cannot import '${specifier}'`);
    }
    return kit;
  });
  const checks = module.exports.default;
  if (typeof checks !== 'object' || checks === null) {
    throw new Error('they are exported as `export default defineChecks({ … })`');
  }
  return checks;
}

function problemsOf(error: unknown, file: string, shownAs: string): Problem[] {
  const { errors = [] } = error as Partial<BuildFailure>;
  if (errors.length === 0) {
    throw error;
  }
  return errors.map(({ text, location }) => ({
    file: location ? path.join(path.dirname(shownAs), location.file) : shownAs,
    line: location?.line ?? 1,
    message:
      location?.file === path.basename(file) || !location
        ? text
        : `${text} (imported by ${path.basename(file)})`
  }));
}
