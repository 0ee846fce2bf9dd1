import type { KernelMessage } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';

export type Message = KernelMessage.IMessage;
export type Header = KernelMessage.IHeader;
export type Channel = 'shell' | 'control' | 'iopub' | 'stdin';

/** The version of Jupyter's message protocol that the kernel speaks. */
export const PROTOCOL_VERSION = '5.4';

/** What a message may carry beside its content. */
export interface Attachments {
  metadata?: object;
  buffers?: ArrayBuffer[];
}

/** Sends a message in answer to a client's, to whoever listens; gives the message's id. */
export type Send = (
  parent: Header | Record<string, never>,
  channel: Channel,
  type: string,
  content: object,
  attachments?: Attachments
) => string;

/** A message of the kernel's; it has no parent where no client has asked for it. */
export function answer(
  session: string,
  parent: Header | Record<string, never>,
  channel: Channel,
  type: string,
  content: object,
  { metadata = {}, buffers = [] }: Attachments = {}
): Message {
  const message = {
    channel,
    header: {
      msg_id: UUID.uuid4(),
      msg_type: type,
      session,
      username: 'kernel',
      date: new Date().toISOString(),
      version: PROTOCOL_VERSION
    },
    parent_header: parent,
    metadata,
    content,
    buffers
  };
  return message as unknown as Message;
}
