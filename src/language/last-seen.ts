import type { Kernel } from '@jupyterlab/services';
import { LAST_SEEN_EXPRESSION } from '../protocol/last-seen';

/** Explanations are Markdown, and a cell can make up a dtype: no picture may get in by that way. */
const PLAIN = /^[\w ,[\]]{1,100}$/;

/**
 * What a kernel last saw of a variable, such as `tensor float32 [344, 4]`; nothing of one that is
 * busy, since a hover does not wait for a cell.
 */
export async function lastSeen(
  kernel: Kernel.IKernelConnection,
  name: string
): Promise<string | undefined> {
  if (kernel.status !== 'idle') {
    return undefined;
  }
  const future = kernel.requestExecute({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { [LAST_SEEN_EXPRESSION]: name }
  });
  const { content } = await future.done;
  const found = content.status === 'ok' && content.user_expressions[LAST_SEEN_EXPRESSION];
  const { data } = (found || {}) as { data?: Record<string, unknown> };
  const text = data?.['text/plain'];
  return typeof text === 'string' && PLAIN.test(text) ? text : undefined;
}
