import {
  SEMANTIC_TOKEN_MODIFIERS,
  SEMANTIC_TOKEN_TYPES,
  type SemanticToken
} from '../../protocol/language';
import type { TextRange } from '../../protocol/language';

/** The start of a range as a line and a column, both from 0. */
type Locate = (offset: TextRange['start']) => { line: number; column: number };

/**
 * Tokens as editors take them: five numbers for each, where it is counted from the one before,
 * how long it is, and what it is.
 */
export function encodeTokens(tokens: readonly SemanticToken[], locate: Locate): Uint32Array {
  const sorted = [...tokens].sort((a, b) => a.range.start - b.range.start);
  const data: number[] = [];
  let [line, column] = [0, 0];
  for (const { range, type, modifiers } of sorted) {
    const at = locate(range.start);
    data.push(
      at.line - line,
      at.line === line ? at.column - column : at.column,
      range.end - range.start,
      SEMANTIC_TOKEN_TYPES.indexOf(type),
      modifiers.reduce((bits, name) => bits | (1 << SEMANTIC_TOKEN_MODIFIERS.indexOf(name)), 0)
    );
    [line, column] = [at.line, at.column];
  }
  return Uint32Array.from(data);
}
