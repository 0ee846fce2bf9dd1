import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RuntimeEvents, RuntimeHost } from '../../src/kernel/runtime-host';
import { WarmHost } from '../../src/kernel/warm-host';

/** Workers that do nothing but say what they are told to say. */
class RecordingHost implements RuntimeHost {
  readonly spawned: RuntimeEvents[] = [];

  spawn(events: RuntimeEvents) {
    this.spawned.push(events);
    return { post: () => undefined, terminate: () => undefined };
  }
}

const listener = () => ({ message: vi.fn(), crashed: vi.fn() });

describe('a warm worker', () => {
  let workers: RecordingHost;
  let host: WarmHost;

  beforeEach(() => {
    vi.useFakeTimers();
    workers = new RecordingHost();
    host = new WarmHost(workers);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is given to the next kernel, with what it has said', async () => {
    host.warm();
    workers.spawned[0]?.message({ kind: 'ready' });
    const kernel = listener();
    host.spawn(kernel);
    await Promise.resolve();
    expect(workers.spawned).toHaveLength(1);
    expect(kernel.message).toHaveBeenCalledWith({ kind: 'ready' });
  });

  it('is replaced once the kernel that took it is ready', () => {
    host.spawn(listener());
    expect(workers.spawned).toHaveLength(1);
    workers.spawned[0]?.message({ kind: 'ready' });
    vi.runAllTimers();
    expect(workers.spawned).toHaveLength(2);
  });

  it('that dies before anyone takes it is not given to anyone', () => {
    host.warm();
    workers.spawned[0]?.crashed('out of memory');
    const kernel = listener();
    host.spawn(kernel);
    expect(workers.spawned).toHaveLength(2);
    workers.spawned[1]?.crashed('again');
    expect(kernel.crashed).toHaveBeenCalledWith('again');
  });
});
