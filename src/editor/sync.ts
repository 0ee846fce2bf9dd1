import type { ISharedText, SourceChange } from '@jupyter/ydoc';
import type { IDisposable } from '@lumino/disposable';
import { replacementsOf, type Replacement } from './delta';
import { editor, Range, type Monaco } from './monaco';
import { beginsStep } from './undo-steps';

/** What a shared text that can be undone has beside its interface. */
interface Undoable {
  undoManager?: { stopCapturing(): void } | null;
  undo?(): void;
  redo?(): void;
}

/** Keeps Monaco's text and the text of the notebook the same, whoever changes one of them. */
export class TextSync implements IDisposable {
  isDisposed = false;

  private readonly shared: ISharedText & Undoable;
  private readonly listener: { dispose(): void };
  /** The text as both know it. */
  private known: string;
  private isApplying = false;
  private lastChange: Replacement | undefined;
  private followCursor = false;

  constructor(
    shared: ISharedText,
    private readonly text: editor.ITextModel,
    private readonly monaco: Monaco
  ) {
    this.shared = shared;
    this.known = text.getValue();
    this.listener = text.onDidChangeContent(event => this.toShared(event));
    shared.changed.connect(this.fromShared, this);
  }

  dispose(): void {
    if (!this.isDisposed) {
      this.isDisposed = true;
      this.listener.dispose();
      this.shared.changed.disconnect(this.fromShared, this);
    }
  }

  undo(): void {
    this.travel(() => this.shared.undo?.());
  }

  redo(): void {
    this.travel(() => this.shared.redo?.());
  }

  /** The cursor goes where something changed, as in every editor. */
  private travel(step: () => void): void {
    this.lastChange = undefined;
    this.followCursor = true;
    try {
      step();
    } finally {
      this.followCursor = false;
    }
  }

  private toShared(event: editor.IModelContentChangedEvent): void {
    const before = this.known;
    this.known = this.text.getValue();
    if (this.isApplying) {
      return;
    }
    const changes = event.changes
      .map(({ rangeOffset, rangeLength, text }) => ({
        start: rangeOffset,
        end: rangeOffset + rangeLength,
        text
      }))
      .sort((a, b) => b.start - a.start);
    if (beginsStep(before, changes, this.lastChange)) {
      this.shared.undoManager?.stopCapturing();
    }
    this.lastChange = changes.length === 1 ? changes[0] : undefined;
    this.isApplying = true;
    try {
      if (this.shared.getSource() === before) {
        // From the end, so that the places of those before stay right.
        this.shared.transact(() => {
          changes.forEach(({ start, end, text }) => this.shared.updateSource(start, end, text));
        });
      } else {
        // Its lines end in another way: Monaco has them end in `\n` alone.
        this.shared.setSource(this.known);
      }
    } finally {
      this.isApplying = false;
    }
  }

  private fromShared(_: ISharedText, change: SourceChange): void {
    if (this.isApplying || !change.sourceChange) {
      return;
    }
    const source = normalised(this.shared.getSource());
    if (source === this.known) {
      return;
    }
    this.lastChange = undefined;
    const replacements = replacementsOf(change.sourceChange);
    this.isApplying = true;
    try {
      this.text.applyEdits(replacements.map(replacement => this.editOf(replacement)));
      if (this.text.getValue() !== source) {
        this.text.setValue(source);
      }
    } finally {
      this.isApplying = false;
    }
    const last = replacements.at(-1);
    if (this.followCursor && last) {
      const shift = replacements
        .slice(0, -1)
        .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
      const position = this.text.getPositionAt(last.start + shift + last.text.length);
      this.monaco.setPosition(position);
      this.monaco.revealPosition(position);
    }
  }

  private editOf({ start, end, text }: Replacement): editor.IIdentifiedSingleEditOperation {
    const range = Range.fromPositions(this.text.getPositionAt(start), this.text.getPositionAt(end));
    return { range, text };
  }
}

/** A text with the line ends that Monaco gives it. */
export const normalised = (text: string): string => text.replace(/\r\n?/g, '\n');
