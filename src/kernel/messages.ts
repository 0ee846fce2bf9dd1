import type { KernelMessage } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';

/** A message of the kernel's, in answer to a message of a client's. */
export function answer(
  parent: KernelMessage.IHeader,
  channel: 'shell' | 'control' | 'iopub' | 'stdin',
  type: string,
  content: object
): KernelMessage.IMessage {
  const message = {
    channel,
    header: {
      msg_id: UUID.uuid4(),
      msg_type: type,
      session: parent.session,
      username: 'kernel',
      date: new Date().toISOString(),
      version: '5.4'
    },
    parent_header: parent,
    metadata: {},
    content,
    buffers: []
  };
  return message as unknown as KernelMessage.IMessage;
}
