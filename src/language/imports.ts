import type { TextEdit } from '../protocol/language';
import type { Library } from './library';
import { ALIASES } from './popular';

/** A name that a cell can have by importing it. */
export interface Importable {
  name: string;
  source: string;
  /** Whether the name stands for the whole module. */
  isWhole: boolean;
}

/** Whole modules by their usual names, and what is imported one by one from the others. */
export function importable(library: Library): Importable[] {
  return library.importable.flatMap((source): Importable[] => {
    const alias = ALIASES[source];
    const names = library.exportsOf(source)?.values ?? [];
    return alias === undefined
      ? names.map(name => ({ name, source, isWhole: false }))
      : [{ name: alias, source, isWhole: true }];
  });
}

/** The edit of a cell that imports a name; `offset` is where the imports at its head end. */
export function importEdit({ name, source, isWhole }: Importable, offset: number): TextEdit {
  const statement = `import ${isWhole ? `* as ${name}` : `{ ${name} }`} from '${source}';`;
  return {
    range: { start: offset, end: offset },
    text: offset === 0 ? `${statement}\n` : `\n${statement}`
  };
}
