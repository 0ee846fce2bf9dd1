import type { RuntimeEvents, RuntimeHost } from '../../src/kernel/runtime-host';
import type { ToRuntime } from '../../src/protocol/runtime';

/** Workers whose part the test plays. */
export class PlayedHost implements RuntimeHost {
  readonly workers: { events: RuntimeEvents; posted: ToRuntime[]; ended: boolean }[] = [];

  spawn(events: RuntimeEvents) {
    const worker = { events, posted: [] as ToRuntime[], ended: false };
    this.workers.push(worker);
    return {
      post: (message: ToRuntime) => worker.posted.push(message),
      terminate: () => {
        worker.ended = true;
      }
    };
  }

  get last() {
    const worker = this.workers.at(-1);
    if (!worker) {
      throw new Error('No worker was started.');
    }
    return worker;
  }
}
