import type { KernelMessage } from '@jupyterlab/services';
import { beforeEach, describe, expect, it } from 'vitest';
import { TypeScriptKernel } from '../../src/kernel/kernel';
import type { RuntimeEvents } from '../../src/kernel/runtime-host';
import { untranslated } from '../../src/kernel/words';
import type { ToRuntime } from '../../src/protocol/runtime';

/** A kernel whose worker says what it likes. */
let sent: KernelMessage.IMessage[];
let kernel: TypeScriptKernel;
let worker: RuntimeEvents;
let posted: ToRuntime[];

const nextTurn = () => new Promise(resolve => setTimeout(resolve));
const say = (message: object) => worker.message(message as Parameters<RuntimeEvents['message']>[0]);
const sentOf = (type: string) => sent.filter(({ header }) => String(header.msg_type) === type);

beforeEach(async () => {
  sent = [];
  posted = [];
  kernel = new TypeScriptKernel({
    id: 'kernel',
    version: '1',
    translate: untranslated,
    sanitize: html => html,
    shutdown: () => undefined,
    host: {
      spawn: events => {
        worker = events;
        return { post: message => posted.push(message), terminate: () => undefined };
      }
    }
  });
  kernel.clients.add(message => sent.push(message));
  kernel.handle({
    header: {
      msg_id: 'a',
      msg_type: 'execute_request',
      session: '',
      username: '',
      date: '',
      version: '5.4'
    },
    parent_header: {},
    metadata: {},
    channel: 'shell',
    content: { code: '1', silent: false, user_expressions: {} }
  } as unknown as KernelMessage.IMessage);
  say({ kind: 'ready' });
  await nextTurn();
});

describe('a worker that sends what our runtime never would', () => {
  it('changes no other cell by the payload of a reply', async () => {
    const payload = [{ source: 'set_next_input', text: 'evil', replace: true }];
    const outcome = { status: 'ok', userExpressions: {}, payload };
    say({ kind: 'done', request: 'a', payload, outcome });
    await nextTurn();
    expect(sentOf('execute_reply')).toHaveLength(1);
    expect(sentOf('execute_reply')[0]?.content).toMatchObject({ status: 'ok', payload: [] });
  });

  it('opens no comm to a part of the page that would load code', async () => {
    const event = { type: 'open', comm: 'c', target: 'jupyter.widget', data: {}, metadata: {} };
    say({ kind: 'comm', request: 'a', event: { ...event, buffers: [] } });
    say({
      kind: 'comm',
      request: 'a',
      event: { type: 'message', comm: 'c', data: {}, buffers: [] }
    });
    await nextTurn();
    expect(sent.filter(({ header }) => header.msg_type.startsWith('comm_'))).toEqual([]);
    expect(posted.at(-1)).toEqual({ kind: 'commOpened', comm: 'c', allowed: false });
  });

  it('says nothing in the name of a request that there was not', () => {
    const before = sent.length;
    say({ kind: 'stream', request: 'b', name: 'stdout', text: 'x' });
    say({
      kind: 'display',
      request: 'b',
      data: { 'text/plain': 'x' },
      displayId: '1',
      update: false
    });
    expect(sent).toHaveLength(before);
  });

  it('gives no metadata to what it shows', () => {
    const data = { 'text/plain': 'x' };
    const metadata = { isolated: true };
    say({ kind: 'display', request: 'a', data, metadata, displayId: '1', update: false });
    expect(sentOf('display_data')[0]?.content).toMatchObject({ data, metadata: {} });
  });
});
