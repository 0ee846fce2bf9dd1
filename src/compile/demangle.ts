/** A box's value, called or only used. */
const BOXED =
  /\(0\s*,\s*\$\$+_([\p{ID_Continue}$]+)\.[vwdo]\)|\$\$+_([\p{ID_Continue}$]+)\.[vwdo]\b/gu;
/** The object of a namespace or an enum, of which the learner names the property alone. */
const OWN_OBJECT = /\$\$+(?:ns|enum)\d+\./g;
/** What the engine adds where it has no name for a value. */
const DETAIL = ' (cannot read property Symbol(Symbol.iterator))';

/** Puts the learner's names back into a message of the engine: `$$_x.v is not iterable`. */
export function demangle(message: string): string {
  return message
    .replace(BOXED, (_, called?: string, used?: string) => called ?? used ?? '')
    .replace(OWN_OBJECT, '')
    .replace(DETAIL, '');
}
