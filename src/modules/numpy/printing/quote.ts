const named: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** Characters that would break a line, hide or not show; the language has no other list of them. */
const unprintable = /[\\\p{Cc}\p{Cs}\u2028\u2029]/gu;

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return named[character] ?? (code < 256 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex}`);
}

/** A string in quotes as it could stand in code: single quotes, or double where that needs no escape. */
export function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(unprintable, escape);
  return mark + (mark === "'" ? body.replaceAll("'", "\\'") : body) + mark;
}
