import type { Kernel } from '@jupyterlab/services';
import { askKernel } from '../protocol/ask-kernel';
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
  const answer = await askKernel(kernel, LAST_SEEN_EXPRESSION, name);
  const text = answer.status === 'answered' ? answer.data?.['text/plain'] : undefined;
  return typeof text === 'string' && PLAIN.test(text) ? text : undefined;
}
