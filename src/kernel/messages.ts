import type { KernelMessage } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';

export type Message = KernelMessage.IMessage;
export type Header = KernelMessage.IHeader;
export type Channel = 'shell' | 'control' | 'iopub' | 'stdin';

/** The version of Jupyter's message protocol that the kernel speaks. */
export const PROTOCOL_VERSION = '5.4';

/** Sends a message in answer to a client's, to whoever listens. */
export type Send = (parent: Header, channel: Channel, type: string, content: object) => void;

/** A message of the kernel's, in answer to a message of a client's. */
export function answer(parent: Header, channel: Channel, type: string, content: object): Message {
  const message = {
    channel,
    header: {
      msg_id: UUID.uuid4(),
      msg_type: type,
      session: parent.session,
      username: 'kernel',
      date: new Date().toISOString(),
      version: PROTOCOL_VERSION
    },
    parent_header: parent,
    metadata: {},
    content,
    buffers: []
  };
  return message as unknown as Message;
}
