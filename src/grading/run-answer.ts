import type { ISessionContext } from '@jupyterlab/apputils';
import { CodeCell } from '@jupyterlab/cells';
import type { KernelMessage } from '@jupyterlab/services';

/** How the cell of an exercise ran. */
export interface AnswerRun {
  /** Nothing where the cell is empty. */
  reply: KernelMessage.IExecuteReplyMsg['content'] | undefined;
  /** Whether it was interrupted because its time was over. */
  stopped: boolean;
}

/**
 * Runs the cell of an exercise for a check, and interrupts it once it has run for its seconds. The
 * time begins with the cell itself, however long others keep it waiting.
 */
export async function runAnswer(
  cell: CodeCell,
  session: ISessionContext,
  seconds: number
): Promise<AnswerRun> {
  const running = CodeCell.execute(cell, session);
  // It has been there since the call; an empty cell makes none.
  const { future } = cell.outputArea;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    // A kernel that cannot be reached ends the cell by itself.
    session.session?.kernel?.interrupt().catch(() => undefined);
  };
  const begin = ({ header }: KernelMessage.IIOPubMessage): boolean => {
    if (header.msg_type === 'execute_input') {
      timer ??= setTimeout(stop, seconds * 1000);
    }
    return true;
  };
  if (future && !future.isDisposed) {
    future.registerMessageHook(begin);
  }
  try {
    const reply = await running;
    return { reply: reply?.content, stopped };
  } finally {
    clearTimeout(timer);
  }
}
