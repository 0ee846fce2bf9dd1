import { explain } from './diagnostics';
import { helpers, type CellHelpers } from './helpers';
import type { CellFunction, CellScope, CompiledCell, CompileError } from './types';

export type LoadResult = { ok: true; run: CellFunction } | { ok: false; error: CompileError };

/**
 * Makes a compiled cell a function. The engine refuses some cells that parse, such as one with a
 * `break` outside a loop; the error then points into the learner's source.
 */
export function load(cell: CompiledCell, source: string): LoadResult {
  try {
    // Indirect, so that the code sees the realm's globals and nothing of ours.
    const evaluate = globalThis.eval;
    const body = evaluate(cell.code) as (
      scope: CellScope,
      helpers: CellHelpers
    ) => Promise<unknown>;
    return { ok: true, run: scope => body.call(undefined, scope, helpers) };
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { ok: false, error: explain(source, error.message) };
    }
    throw error;
  }
}
