import type { Completion, Hover, SignatureHelp } from '../protocol/language';
import type { LanguageClient, ReadBeside } from './client';
import { fitting } from './fitting';

/** The id of the code that a question is about. */
const ASKED = 'asked';

/** Cells that are remembered; the first ones are forgotten. */
const REMEMBERED = 200;

/** A completion as JupyterLab shows it beside the name, at code points. */
interface ShownMatch {
  text: string;
  type: string;
  start: number;
  end: number;
}

/**
 * Answers a kernel's questions about code in the order in which cells have run, whatever their
 * order in a notebook. Offsets count UTF-16 units.
 */
export class CellsAssistant {
  private cells: string[] = [];

  /**
   * @param readBeside reads what the code imports from beside its notebook
   * @param begun called when the first cell has run, so that the types can be read before somebody
   *   asks: JupyterLab waits for completions for a second
   */
  constructor(
    private readonly client: LanguageClient,
    readBeside?: ReadBeside,
    private readonly begun?: () => void
  ) {
    client.readBeside = readBeside;
  }

  async complete(code: string, offset: number) {
    this.tell(code);
    const found = await this.client.complete(ASKED, offset);
    const { range } = found ?? { range: { start: offset, end: offset } };
    const shownItems = found ? fitting(code, found) : [];
    const shown = { start: points(code, range.start), end: points(code, range.end) };
    return {
      matches: shownItems.map(textOf),
      ...range,
      metadata: {
        _jupyter_types_experimental: shownItems.map((item): ShownMatch => ({
          text: textOf(item),
          type: item.kind,
          ...shown
        }))
      }
    };
  }

  async inspect(code: string, offset: number): Promise<Record<string, string> | undefined> {
    this.tell(code);
    const hover = await this.client.hover(ASKED, offset);
    if (hover) {
      return bundleOf(hover.signature, hover.documentation);
    }
    const called = signatureOf(await this.client.signatureHelp(ASKED, offset));
    return called && bundleOf(called.label, called.documentation);
  }

  ran(code: string): void {
    if (this.cells.length === 0) {
      this.begun?.();
    }
    // A cell that runs again takes the place of itself.
    this.cells = [...this.cells.filter(cell => cell !== code), code].slice(-REMEMBERED);
    void this.client.refreshFiles();
  }

  startOver(): void {
    this.cells = [];
  }

  dispose(): void {
    this.client.dispose();
  }

  private tell(code: string): void {
    const ran = this.cells.map(source => ({ id: `ran ${source}`, source }));
    this.client.setCells([...ran, { id: ASKED, source: code }]);
  }
}

const points = (text: string, offset: number): number => [...text.slice(0, offset)].length;

const textOf = ({ name, insertText }: Completion): string => insertText ?? name;

function signatureOf(help: SignatureHelp | undefined) {
  return help?.signatures[help.activeSignature];
}

function bundleOf(
  signature: Hover['signature'],
  documentation: Hover['documentation']
): Record<string, string> {
  const code = `\`\`\`ts\n${signature}\n\`\`\``;
  return {
    'text/plain': documentation ? `${signature}\n\n${documentation}` : signature,
    'text/markdown': documentation ? `${code}\n\n${documentation}` : code
  };
}
