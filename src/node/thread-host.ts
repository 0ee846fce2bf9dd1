import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RuntimeEvents, RuntimeHost, RuntimeWorker } from '../kernel/runtime-host';
import type { FromRuntime, RuntimeManifest, ToRuntime } from '../protocol/runtime';
import type { ThreadStart } from './thread';

/** Megabytes of objects that cells may hold; typed arrays and tensors do not count. */
const HEAP_LIMIT = 3000;
/** The engine's own limit is above ours, since it ends the whole process where it is passed. */
const MARGIN = 1.5;

/** The exit code of a thread whose cells took too much memory. */
const OUT_OF_MEMORY = 12;

/** Runs workers in threads of Node. Cells there have the rights of the process. */
export class ThreadHost implements RuntimeHost {
  private readonly manifest: RuntimeManifest;

  /**
   * @param folder of the built runtime
   * @param heapLimit megabytes of objects after which a worker ends, rather than the process
   * @throws Error when the runtime is not built
   */
  constructor(
    private readonly folder: string,
    private readonly heapLimit = HEAP_LIMIT
  ) {
    const manifest = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
    this.manifest = JSON.parse(manifest) as RuntimeManifest;
  }

  spawn(events: RuntimeEvents): RuntimeWorker {
    const interruptFlag = new SharedArrayBuffer(4);
    const workerData: ThreadStart = {
      folder: this.folder,
      entry: this.manifest.entry,
      interruptFlag,
      heapLimit: this.heapLimit,
      outOfMemory: OUT_OF_MEMORY
    };
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MARGIN * this.heapLimit }
    });
    const post = (message: ToRuntime) => worker.postMessage(message);
    let ended = false;

    worker.on('message', (message: FromRuntime) => {
      if (message.kind === 'requestFile') {
        void this.give(message.name, post);
      } else {
        events.message(message);
      }
    });
    const crash = (reason: string) => {
      if (!ended) {
        ended = true;
        events.crashed(reason);
      }
    };
    worker.on('error', error => crash(error instanceof Error ? error.message : String(error)));
    worker.on('exit', code =>
      crash(
        code === OUT_OF_MEMORY ? 'its memory was used up' : `its thread ended with code ${code}`
      )
    );

    return {
      post(message) {
        if (message.kind === 'interrupt') {
          Atomics.store(new Int32Array(interruptFlag), 0, message.serial);
        }
        post(message);
      },
      terminate() {
        ended = true;
        void worker.terminate();
      }
    };
  }

  private async give(name: string, post: (message: ToRuntime) => void): Promise<void> {
    const { wasm, data, chunks } = this.manifest;
    const file = wasm[name] ?? data[name]?.file ?? chunks.find(chunk => chunk === name);
    try {
      if (file === undefined) {
        throw new Error(`${name} is not a file of Lessonbook's runtime.`);
      }
      const bytes = await readFile(path.join(this.folder, file));
      post({ kind: 'file', name, bytes: new Uint8Array(bytes).buffer });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      post({ kind: 'fileFailed', name, reason });
    }
  }
}
