import type { ModuleLoading } from './packages';
import type { FromRuntime, OnProgress, ToRuntime } from '../protocol/runtime';

/** The way between the worker and its host, the same in a browser and in Node. */
export interface Channel {
  post(message: FromRuntime): void;
  onMessage(listener: (message: ToRuntime) => void): void;
  /** Hears of errors that nothing caught: in timers, and in promises nobody awaited. */
  onUncaught(listener: (thrown: unknown) => void): void;
  /** Loads a module of the built runtime, by its name, from the bytes that the host sent. */
  importModule(name: string, bytes: ArrayBuffer): Promise<unknown>;
  /** Loads modules that are no part of the runtime. */
  loading: ModuleLoading;
}

/** Files of the built runtime, asked of the host by name and kept from being asked for twice. */
export class HostFiles {
  private readonly waiting = new Map<
    string,
    {
      resolve: (bytes: ArrayBuffer) => void;
      reject: (error: Error) => void;
      onProgress: OnProgress | undefined;
    }
  >();
  private readonly requested = new Map<string, Promise<ArrayBuffer>>();

  constructor(private readonly channel: Channel) {}

  /** @throws Error when the host cannot give the file; asking again tries again. */
  get(name: string, onProgress?: OnProgress): Promise<ArrayBuffer> {
    const known = this.requested.get(name);
    if (known) {
      return known;
    }
    const { promise, resolve, reject } = Promise.withResolvers<ArrayBuffer>();
    this.waiting.set(name, { resolve, reject, onProgress });
    this.requested.set(name, promise);
    this.channel.post({ kind: 'requestFile', name });
    return promise;
  }

  /** How far the host has come with a data set's file. */
  progress({ name, loaded, total }: Extract<ToRuntime, { kind: 'fileProgress' }>): void {
    this.waiting.get(name)?.onProgress?.(loaded, total);
  }

  /** The host's answer. */
  settle(message: Extract<ToRuntime, { kind: 'file' | 'fileFailed' }>): void {
    const request = this.waiting.get(message.name);
    this.waiting.delete(message.name);
    if (message.kind === 'file') {
      request?.resolve(message.bytes);
    } else {
      this.requested.delete(message.name);
      request?.reject(new Error(message.reason));
    }
  }
}
