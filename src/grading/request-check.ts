import type { Kernel } from '@jupyterlab/services';
import type { CheckResult } from '../lesson/result';
import { askKernel } from '../protocol/ask-kernel';
import { CHECK_EXPRESSION, CHECK_MIME, type CheckRequest } from '../protocol/check';

/** Has the kernel check an exercise; waits for its turn behind cells that run. */
export async function requestCheck(
  kernel: Kernel.IKernelConnection,
  request: CheckRequest
): Promise<CheckResult> {
  const answer = await askKernel(kernel, CHECK_EXPRESSION, JSON.stringify(request));
  if (answer.status === 'dropped') {
    return { outcome: 'unchecked', reason: answer.evalue ?? 'The kernel dropped the check.' };
  }
  const { data, evalue } = answer;
  const result = data?.[CHECK_MIME] as CheckResult | undefined;
  return (
    result ?? {
      outcome: 'unchecked',
      reason: evalue ?? 'This kernel cannot check exercises. Choose TypeScript (Lessonbook).'
    }
  );
}
