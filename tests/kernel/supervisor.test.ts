import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Supervisor } from '../../src/kernel/supervisor';
import { PlayedHost } from './played-host';

const request = { id: 'a', code: '1', executionCount: 1, silent: false, userExpressions: {} };

let host: PlayedHost;
let supervisor: Supervisor;
const events = { message: vi.fn(), replaced: vi.fn() };

beforeEach(() => {
  vi.clearAllMocks();
  host = new PlayedHost();
  supervisor = new Supervisor(host, events);
});

const nextTurn = () => new Promise(resolve => setTimeout(resolve));

describe('a worker that is lost', () => {
  it('while a cell runs ends the cell and is replaced', async () => {
    const ending = supervisor.execute(request);
    host.last.events.message({ kind: 'ready' });
    await nextTurn();
    expect(host.last.posted).toMatchObject([{ kind: 'execute', request: { id: 'a' } }]);
    host.last.events.crashed('out of memory');
    expect(await ending).toEqual({
      status: 'lost',
      loss: { why: 'crashed', reason: 'out of memory' }
    });
    expect(host.workers).toHaveLength(2);
    expect(events.replaced).toHaveBeenCalledOnce();
  });

  it('before it could start ends the cell, and the next cell tries anew', async () => {
    const ending = supervisor.execute(request);
    host.last.events.crashed('Failed to fetch');
    expect(await ending).toEqual({
      status: 'lost',
      loss: { why: 'notStarted', reason: 'Failed to fetch' }
    });
    expect(host.workers).toHaveLength(1);

    const second = supervisor.execute({ ...request, id: 'b' });
    expect(host.workers).toHaveLength(2);
    host.last.events.message({ kind: 'ready' });
    await nextTurn();
    const outcome = { status: 'ok', userExpressions: {} } as const;
    host.last.events.message({ kind: 'done', request: 'b', outcome });
    expect(await second).toEqual(outcome);
  });

  it('while no cell runs is replaced, and the next cell tells', async () => {
    const ending = supervisor.execute(request);
    host.last.events.message({ kind: 'ready' });
    const outcome = { status: 'ok', userExpressions: {} } as const;
    host.last.events.message({ kind: 'done', request: 'a', outcome });
    await ending;
    host.last.events.crashed(undefined);
    expect(host.workers).toHaveLength(2);
    host.last.events.message({ kind: 'ready' });

    // What the page asks by itself is not the learner's cell.
    const silent = supervisor.execute({ ...request, id: 'b', silent: true });
    host.last.events.message({ kind: 'done', request: 'b', outcome });
    expect(await silent).toEqual(outcome);

    const loss = { why: 'silent' };
    expect(await supervisor.execute({ ...request, id: 'c' })).toEqual({ status: 'lost', loss });
    const next = supervisor.execute({ ...request, id: 'd' });
    host.last.events.message({ kind: 'done', request: 'd', outcome });
    expect(await next).toEqual(outcome);
  });

  it('while no cell has run is replaced without a word', async () => {
    host.last.events.message({ kind: 'ready' });
    host.last.events.crashed(undefined);
    const ending = supervisor.execute(request);
    host.last.events.message({ kind: 'ready' });
    const outcome = { status: 'ok', userExpressions: {} } as const;
    host.last.events.message({ kind: 'done', request: 'a', outcome });
    expect(await ending).toEqual(outcome);
  });

  it('by a restart ends the cell', async () => {
    const ending = supervisor.execute(request);
    supervisor.restart();
    expect(await ending).toMatchObject({ status: 'lost', loss: { why: 'restarted' } });
    expect(host.workers[0]?.ended).toBe(true);
  });

  it('can say nothing more', async () => {
    const [first] = host.workers;
    supervisor.restart();
    first?.events.message({ kind: 'stream', request: 'a', name: 'stdout', text: 'late' });
    expect(events.message).not.toHaveBeenCalled();
  });
});
