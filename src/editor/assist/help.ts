import { languages, LANGUAGE } from '../monaco';
import { rangeIn, signalOf, type Cells } from './cells';

/** What is said about a name under the mouse, and about the call around the cursor. */
export function provideHelp(cells: Cells): void {
  languages.registerHoverProvider(LANGUAGE, {
    async provideHover(text, position, token) {
      const cell = cells.of(text);
      const offset = text.getOffsetAt(position);
      const hover = await cell?.client.hover(cell.id, offset, signalOf(token));
      if (!hover || text.isDisposed()) {
        return null;
      }
      const { range, signature, documentation, lastSeen } = hover;
      const contents = [{ value: `\`\`\`typescript\n${signature}\n\`\`\`` }];
      if (lastSeen) {
        contents.push({ value: lastSeen });
      }
      if (documentation) {
        contents.push({ value: documentation });
      }
      return { range: rangeIn(text, range), contents };
    }
  });
  languages.registerSignatureHelpProvider(LANGUAGE, {
    signatureHelpTriggerCharacters: ['(', ',', '<'],
    signatureHelpRetriggerCharacters: [')'],
    async provideSignatureHelp(text, position, token) {
      const cell = cells.of(text);
      const offset = text.getOffsetAt(position);
      const help = await cell?.client.signatureHelp(cell.id, offset, signalOf(token));
      if (!help) {
        return null;
      }
      const signatures = help.signatures.map(({ label, documentation, parameters }) => ({
        label,
        documentation: { value: documentation },
        parameters: parameters.map(({ range, documentation: about }) => ({
          label: [range.start, range.end] as [number, number],
          documentation: { value: about }
        }))
      }));
      return { value: { ...help, signatures }, dispose: () => undefined };
    }
  });
}
