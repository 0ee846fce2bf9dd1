import * as ts from 'typescript';
import {
  SEMANTIC_TOKEN_MODIFIERS,
  SEMANTIC_TOKEN_TYPES,
  type SemanticToken
} from '../protocol/language';
import type { CellPlace, Workspace } from './workspace';

/** Bits that the compiler keeps for the modifiers of a token. */
const MODIFIER_BITS = 8;

/** The tokens of a cell that only the types tell apart. */
export function semanticTokens(workspace: Workspace, { path, file }: CellPlace): SemanticToken[] {
  const { spans } = workspace.service.getEncodedSemanticClassifications(
    path,
    { start: file.start, length: file.end - file.start },
    ts.SemanticClassificationFormat.TwentyTwenty
  );
  const tokens: SemanticToken[] = [];
  for (let i = 0; i + 2 < spans.length; i += 3) {
    const [start = 0, length = 0, encoded = 0] = spans.slice(i, i + 3);
    const type = SEMANTIC_TOKEN_TYPES[(encoded >> MODIFIER_BITS) - 1];
    const range = workspace.rangeIn(file, { start, length });
    if (type && range) {
      const modifiers = SEMANTIC_TOKEN_MODIFIERS.filter((_, bit) => encoded & (1 << bit));
      tokens.push({ range, type, modifiers });
    }
  }
  return tokens;
}
