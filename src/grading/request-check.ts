import type { Kernel } from '@jupyterlab/services';
import type { CheckResult } from '../lesson/result';
import { CHECK_EXPRESSION, CHECK_MIME, type CheckRequest } from '../protocol/check';

/** Has the kernel check an exercise; waits for its turn behind cells that run. */
export async function requestCheck(
  kernel: Kernel.IKernelConnection,
  request: CheckRequest
): Promise<CheckResult> {
  const future = kernel.requestExecute({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { [CHECK_EXPRESSION]: JSON.stringify(request) }
  });
  const { content } = await future.done;
  if (content.status !== 'ok') {
    const reason = 'evalue' in content ? content.evalue : 'The kernel dropped the check.';
    return { outcome: 'unchecked', reason };
  }
  return resultOf(content.user_expressions[CHECK_EXPRESSION]);
}

function resultOf(expression: unknown): CheckResult {
  const { data, evalue } = (expression ?? {}) as {
    data?: Record<string, unknown>;
    evalue?: string;
  };
  const result = data?.[CHECK_MIME] as CheckResult | undefined;
  return (
    result ?? {
      outcome: 'unchecked',
      reason: evalue ?? 'This kernel cannot check exercises. Choose TypeScript (Lessonbook).'
    }
  );
}
