import { SEMANTIC_TOKEN_MODIFIERS, SEMANTIC_TOKEN_TYPES } from '../../protocol/language';
import { languages, LANGUAGE } from '../monaco';
import { toJupyter } from '../positions';
import { signalOf, type Cells } from './cells';
import { encodeTokens } from './tokens';

/** Times that no answer is asked for again before the colours stay as they are. */
const PATIENCE = 3;

/** Monaco takes this word as a reason to keep the colours and to ask once more. */
const BUSY = 'busy';

/** Colours that only the types can give. */
export function provideColours(cells: Cells): void {
  let unanswered = 0;
  languages.registerDocumentSemanticTokensProvider(LANGUAGE, {
    getLegend: () => ({
      tokenTypes: [...SEMANTIC_TOKEN_TYPES],
      tokenModifiers: [...SEMANTIC_TOKEN_MODIFIERS]
    }),
    async provideDocumentSemanticTokens(text, _, token) {
      const cell = cells.of(text);
      if (!cell) {
        return null;
      }
      const version = text.getVersionId();
      const tokens = await cell.client.semanticTokens(cell.id, signalOf(token));
      if (tokens && !text.isDisposed()) {
        if (text.getVersionId() !== version) {
          // The places are those of a text that is gone.
          throw new Error(BUSY);
        }
        unanswered = 0;
        const locate = (offset: number) => toJupyter(text.getPositionAt(offset));
        return { data: encodeTokens(tokens, locate) };
      }
      unanswered += 1;
      if (unanswered > PATIENCE) {
        return null;
      }
      throw new Error(BUSY);
    },
    releaseDocumentSemanticTokens: () => undefined
  });
}
