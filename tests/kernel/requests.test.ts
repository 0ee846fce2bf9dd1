import { describe, expect, it, vi } from 'vitest';
import type { Assistant } from '../../src/kernel/assistant';
import { TypeScriptKernel } from '../../src/kernel/kernel';
import type { Message } from '../../src/kernel/messages';
import { untranslated } from '../../src/kernel/words';
import { PlayedHost } from './played-host';

const header = (type: string, id: string) => ({
  msg_id: id,
  msg_type: type,
  session: 'client',
  username: '',
  date: '2026-01-01T00:00:00Z',
  version: '5.4'
});

/** A kernel whose worker's part the test plays, and what it has sent. */
function play(assistant?: Assistant) {
  const host = new PlayedHost();
  const sent: Message[] = [];
  const shutdown = vi.fn();
  const kernel = new TypeScriptKernel({
    id: 'played',
    host,
    version: '0',
    translate: untranslated,
    shutdown,
    ...(assistant && { assistant })
  });
  kernel.clients.add(message => sent.push(message));
  const send = (type: string, content: object, id = type) =>
    kernel.handle({
      channel: 'shell',
      header: header(type, id),
      parent_header: {},
      metadata: {},
      content,
      buffers: []
    } as unknown as Message);
  const replied = (type: string) =>
    vi.waitFor(() => {
      const found = sent.find(({ header: { msg_type } }) => (msg_type as string) === type);
      return found?.content ?? expect.unreachable();
    });
  const states = (id: string) =>
    sent
      .filter(({ header: { msg_type } }) => msg_type === 'status')
      .filter(({ parent_header: parent }) => 'msg_id' in parent && parent.msg_id === id)
      .map(({ content }) => (content as { execution_state: string }).execution_state);
  return { kernel, host, sent, send, replied, states, shutdown };
}

const silentAssistant: Assistant = {
  complete: () => Promise.resolve({ matches: [], start: 0, end: 0 }),
  inspect: () => Promise.resolve(undefined),
  ran: () => undefined,
  startOver: () => undefined,
  dispose: () => undefined
};

describe('a cursor behind characters beyond the basic plane', () => {
  const code = "'👩‍🔬🔬'.len";

  it('is where a completion is asked for, and where it goes', async () => {
    const complete = vi.fn(() =>
      Promise.resolve({ matches: ['length'], start: code.length - 3, end: code.length })
    );
    const { send, replied } = play({ ...silentAssistant, complete });
    const end = [...code].length;
    send('complete_request', { code, cursor_pos: end });
    expect(await replied('complete_reply')).toEqual({
      status: 'ok',
      matches: ['length'],
      cursor_start: end - 3,
      cursor_end: end,
      metadata: {}
    });
    expect(complete).toHaveBeenCalledWith(code, code.length);
  });

  it('is where a name is inspected', async () => {
    const inspect = vi.fn(() => Promise.resolve({ 'text/plain': 'number' }));
    const { send, replied } = play({ ...silentAssistant, inspect });
    send('inspect_request', { code, cursor_pos: [...code].length - 1, detail_level: 1 });
    expect(await replied('inspect_reply')).toEqual({
      status: 'ok',
      found: true,
      data: { 'text/plain': 'number' },
      metadata: {}
    });
    expect(inspect).toHaveBeenCalledWith(code, code.length - 1, 1);
  });
});

describe('a request', () => {
  it('that cannot be answered gets an error, and its idle', async () => {
    const complete = () => Promise.reject(new RangeError('too deep'));
    const { send, replied, states } = play({ ...silentAssistant, complete });
    send('complete_request', { code: 'a', cursor_pos: 1 });
    expect(await replied('complete_reply')).toMatchObject({
      status: 'error',
      ename: 'RangeError',
      evalue: 'too deep'
    });
    expect(states('complete_request')).toEqual(['busy', 'idle']);
  });

  it('to shut down is answered to everyone before the kernel ends', async () => {
    const { send, replied, sent, shutdown } = play();
    send('shutdown_request', { restart: false });
    expect(await replied('shutdown_reply')).toEqual({ status: 'ok', restart: false });
    await vi.waitFor(() => expect(shutdown).toHaveBeenCalledWith(false));
    const replies = sent.filter(({ header: { msg_type } }) =>
      (msg_type as string).startsWith('shutdown')
    );
    expect(replies.map(({ channel }) => channel)).toEqual(['shell', 'iopub']);
  });

  it('to execute that has no code gets an error, and the next one runs', async () => {
    const { send, replied, host, states } = play();
    send('execute_request', {}, 'none');
    send('execute_request', { code: '1' }, 'one');
    expect(await replied('execute_reply')).toMatchObject({ status: 'error', ename: 'TypeError' });
    expect(states('none')).toEqual(['busy', 'idle']);
    host.last.events.message({ kind: 'ready' });
    await vi.waitFor(() =>
      expect(host.last.posted).toMatchObject([{ kind: 'execute', request: { code: '1' } }])
    );
  });

  it('whether code is complete is unknown where a running cell holds the answer up', async () => {
    const { send, replied } = play();
    send('execute_request', { code: 'while (true) {}' });
    send('is_complete_request', { code: 'f(' });
    expect(await replied('is_complete_reply')).toEqual({ status: 'unknown' });
  });
});

describe('a late result', () => {
  it('has the number of its own cell', async () => {
    const { send, host, sent } = play();
    const { events } = host.last;
    events.message({ kind: 'ready' });
    const outcome = { status: 'ok', userExpressions: {} } as const;
    for (const id of ['first', 'second']) {
      send('execute_request', { code: id }, id);
      await vi.waitFor(() => expect(host.last.posted.at(-1)).toMatchObject({ request: { id } }));
      events.message({ kind: 'done', request: id, outcome });
    }
    events.message({ kind: 'result', request: 'first', data: { 'text/plain': '1' } });
    expect(sent.at(-1)?.content).toMatchObject({ execution_count: 1 });
  });
});

describe('a worker that is replaced', () => {
  it('takes its comms along, and what waits for their handlers', async () => {
    const { send, host, sent, states, kernel } = play();
    host.last.events.message({ kind: 'ready' });
    send('comm_open', { comm_id: 'c', target_name: 'lessonbook.x', data: {} });
    await vi.waitFor(() => expect(host.last.posted).toMatchObject([{ kind: 'comm' }]));
    expect(states('comm_open')).toEqual(['busy']);
    kernel.restart();
    await vi.waitFor(() => expect(states('comm_open')).toEqual(['busy', 'idle']));
    send('comm_info_request', {});
    await vi.waitFor(() => expect(sent.at(-2)?.content).toEqual({ status: 'ok', comms: {} }));
  });
});
