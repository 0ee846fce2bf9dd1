import type { Kernel } from '@jupyterlab/services';

/** What a kernel made of a question. */
export type KernelAnswer =
  /** It knows the question: `data` by MIME type, or why there is none. */
  | { status: 'answered'; data?: Record<string, unknown>; evalue?: string }
  /** The request ended in another way, as where the kernel was restarted. */
  | { status: 'dropped'; evalue?: string };

/**
 * Asks a kernel one thing: a silent `execute_request` without code carries it as the user expression
 * of this name. It runs nothing, stands in no history, and waits for its turn behind cells that run.
 */
export async function askKernel(
  kernel: Kernel.IKernelConnection,
  name: string,
  question: string
): Promise<KernelAnswer> {
  const future = kernel.requestExecute({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { [name]: question }
  });
  const { content } = await future.done;
  if (content.status !== 'ok') {
    return { status: 'dropped', ...('evalue' in content ? { evalue: content.evalue } : {}) };
  }
  const answer = Object(content.user_expressions[name]) as Pick<
    Extract<KernelAnswer, { status: 'answered' }>,
    'data' | 'evalue'
  >;
  const { data, evalue } = answer;
  return {
    status: 'answered',
    ...(data === undefined ? {} : { data }),
    ...(evalue === undefined ? {} : { evalue })
  };
}
