import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TypesPack } from '../../src/language/pack';
import { LanguageService } from '../../src/language/service';
import type {
  BesideFile,
  Completion,
  Diagnostic,
  LanguageCall,
  LanguageMethod,
  LanguageRequests,
  ResultOf
} from '../../src/protocol/language';

const folder = path.resolve(import.meta.dirname, '../../build/language');
const { types } = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
  types: string;
};

/** All types that cells can see, from the build. */
export const pack = JSON.parse(readFileSync(path.join(folder, types), 'utf8')) as TypesPack;

/** One for all tests of a file: reading the types takes its time. */
const service = new LanguageService(pack);
let count = 0;

/**
 * A notebook for a test, with cells of the ids `0`, `1`, …. A `¦` in the source of a cell is the
 * cursor, and not part of the source.
 */
export class TestNotebook {
  private readonly name = `test${++count}`;
  private cursor: { cell: string; offset: number } | undefined;
  private cells: string[] = [];

  constructor(...sources: string[]) {
    this.set(...sources);
  }

  set(...sources: string[]): this {
    this.cells = sources.map((source, index) => {
      const offset = source.indexOf('¦');
      if (offset >= 0) {
        this.cursor = { cell: `${index}`, offset };
      }
      return source.replace('¦', '');
    });
    service.change(this.name, {
      order: this.cells.map((_, index) => `${index}`),
      sources: this.cells.map((source, index) => ({ id: `${index}`, source }))
    });
    return this;
  }

  /** Tells what is beside the notebook, by the path that is imported. */
  tell(files: Record<string, BesideFile['file']>): this {
    const told = Object.entries(files).map(([asked, file]) => (file ? { asked, file } : { asked }));
    service.change(this.name, { sources: [], files: told });
    return this;
  }

  /** What the cells import from beside the notebook. */
  get wanted(): string[] {
    return service.wanted(this.name);
  }

  source(cell: number | string): string {
    return this.cells[Number(cell)] ?? '';
  }

  ask<M extends LanguageMethod>(method: M, params: LanguageRequests[M]['params']): ResultOf<M> {
    return service.answer(this.name, { method, params } as LanguageCall) as ResultOf<M>;
  }

  /** Where the cursor is. */
  get at(): { cell: string; offset: number } {
    if (!this.cursor) {
      throw new Error('No cell has a cursor.');
    }
    return this.cursor;
  }

  /** The completions at the cursor. */
  complete(): Completion[] {
    return this.ask('complete', this.at)?.items ?? [];
  }

  /** The marks of a cell; the last one where none is named. */
  diagnostics(cell = this.cells.length - 1): Diagnostic[] {
    return this.ask('diagnostics', { cell: `${cell}` });
  }

  /** The errors of a cell as `text: message`. */
  errors(cell?: number): string[] {
    const source = this.source(cell ?? this.cells.length - 1);
    return this.diagnostics(cell)
      .filter(({ severity }) => severity === 'error')
      .map(({ range, message }) => `${source.slice(range.start, range.end)}: ${message}`);
  }
}
