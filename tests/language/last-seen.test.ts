import type { Kernel } from '@jupyterlab/services';
import { expect, test, vi } from 'vitest';
import { lastSeen } from '../../src/language/last-seen';
import { LAST_SEEN_EXPRESSION } from '../../src/protocol/last-seen';

/** A kernel that replies to everything with this content. */
function kernelReplying(content: object, status: Kernel.Status = 'idle') {
  const requestExecute = vi.fn((_: unknown) => ({ done: Promise.resolve({ content }) }));
  return {
    requestExecute,
    kernel: { status, requestExecute } as unknown as Kernel.IKernelConnection
  };
}

const saying = (text: unknown) =>
  kernelReplying({
    status: 'ok',
    user_expressions: { [LAST_SEEN_EXPRESSION]: { status: 'ok', data: { 'text/plain': text } } }
  });

test('shape and dtype come from the kernel, by a silent request that runs nothing', async () => {
  const { kernel, requestExecute } = saying('tensor float32 [344, 4]');
  expect(await lastSeen(kernel, 'masses')).toBe('tensor float32 [344, 4]');
  expect(requestExecute).toHaveBeenCalledExactlyOnceWith({
    code: '',
    silent: true,
    store_history: false,
    allow_stdin: false,
    stop_on_error: false,
    user_expressions: { [LAST_SEEN_EXPRESSION]: 'masses' }
  });
});

test.each([
  ['Markdown with a picture', 'tensor ![](https://example.org/seen.png) [2]'],
  ['a link', 'tensor [float32](https://example.org) [2]'],
  ['HTML', 'tensor <img src=x> [2]'],
  ['a line of its own', 'tensor float32 [2]\n# Heading'],
  ['more than fits', `tensor ${'float'.repeat(30)} [2]`],
  ['no text', ['tensor float32 [2]']]
])('a made-up dtype that carries %s is not shown', async (_, text) => {
  expect(await lastSeen(saying(text).kernel, 'masses')).toBeUndefined();
});

test('a kernel that is busy is not asked', async () => {
  const { kernel, requestExecute } = kernelReplying({}, 'busy');
  expect(await lastSeen(kernel, 'masses')).toBeUndefined();
  expect(requestExecute).not.toHaveBeenCalled();
});

test.each([
  ['dropped the question', { status: 'error', ename: 'Restarted', evalue: 'gone' }],
  ['knows no such variable', { status: 'ok', user_expressions: {} }],
  [
    'refuses it',
    {
      status: 'ok',
      user_expressions: { [LAST_SEEN_EXPRESSION]: { status: 'error', evalue: 'no' } }
    }
  ]
])('nothing is shown where the kernel %s', async (_, content) => {
  expect(await lastSeen(kernelReplying(content).kernel, 'masses')).toBeUndefined();
});
