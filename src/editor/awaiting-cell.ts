import { CodeCell } from '@jupyterlab/cells';
import type { Message } from '@lumino/messaging';

/** A code cell that stays one of JupyterLab's placeholders until its editor can be made. */
export class AwaitingCodeCell extends CodeCell {
  private isAwaiting = true;

  constructor(
    options: CodeCell.IOptions,
    private readonly editorReady: Promise<unknown>
  ) {
    super({ ...options, placeholder: true });
    void this.editorReady.then(() => {
      this.isAwaiting = false;
    });
  }

  protected override onBeforeAttach(message: Message): void {
    if (!this.isAwaiting) {
      super.onBeforeAttach(message);
      return;
    }
    void this.editorReady.then(() => {
      if (!this.isDisposed) {
        super.onBeforeAttach(message);
        this.update();
      }
    });
  }
}
