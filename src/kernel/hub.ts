import type { Kernel, ServerConnection, Session } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';
import type { Assistant } from './assistant';
import { TypeScriptKernel, type KernelOptions } from './kernel';
import type { Outside } from './outside';
import { KERNEL_NAME } from './spec';
import { untranslated, type Translate } from './words';

/** Where our kernels and their sessions live: this page. */
export class Hub {
  /** The page's settings for talking to a server, if there is one. */
  readonly settings: ServerConnection.ISettings;
  /** Whether there is a Jupyter server beside this page. */
  readonly hasServer: boolean;
  readonly sessions = new Map<string, Session.IModel>();
  private readonly kernels = new Map<string, TypeScriptKernel>();
  private readonly options: HubOptions['kernel'];
  /** Puts sentences into the page's language, once that is known. */
  translate: Translate = untranslated;
  /** Whether errors tell where in a library they came from. */
  libraryFrames = false;
  /** Gives each kernel what its cells reach of the world outside, once the page knows. */
  readonly outside = Promise.withResolvers<(kernelId: string) => Outside>();

  constructor(options: HubOptions) {
    this.settings = options.settings;
    this.hasServer = options.hasServer;
    this.options = options.kernel;
  }

  /** Whether a kernel of this name is ours; with no server, every kernel is. */
  owns(name: string | undefined): boolean {
    return !this.hasServer || name === KERNEL_NAME;
  }

  find(id: string | undefined): TypeScriptKernel | undefined {
    return id === undefined ? undefined : this.kernels.get(id);
  }

  start(): Kernel.IModel {
    const id = UUID.uuid4();
    const outside = this.outsideOf(id);
    const kernel = new TypeScriptKernel({
      ...this.options,
      assistant: this.options.assistant?.(outside),
      id,
      translate: (sentence, ...args) => this.translate(sentence, ...args),
      libraryFrames: () => this.libraryFrames,
      outside,
      shutdown: restart => (restart ? kernel.restart() : this.shutdown(id))
    });
    this.kernels.set(kernel.id, kernel);
    return modelOf(kernel);
  }

  /** The path of the notebook that a kernel belongs to, as it is now. */
  notebookOf(kernelId: string): string | undefined {
    const sessions = [...this.sessions.values()].filter(({ kernel }) => kernel?.id === kernelId);
    return sessions.find(({ type }) => type === 'notebook')?.path;
  }

  private outsideOf(id: string): Outside {
    const outside = this.outside.promise.then(make => make(id));
    return { answer: async request => (await outside).answer(request) };
  }

  /** Ends a kernel and every session that used it. */
  shutdown(id: string): void {
    this.kernels.get(id)?.dispose();
    this.kernels.delete(id);
    for (const [session, model] of this.sessions) {
      if (model.kernel?.id === id) {
        this.sessions.delete(session);
      }
    }
  }

  running(): Kernel.IModel[] {
    return [...this.kernels.values()].map(modelOf);
  }

  /** Sessions with their kernels as they are now. */
  runningSessions(): Session.IModel[] {
    return [...this.sessions.values()].map(session => this.refresh(session));
  }

  refresh(session: Session.IModel): Session.IModel {
    const kernel = this.find(session.kernel?.id);
    return { ...session, kernel: kernel ? modelOf(kernel) : session.kernel };
  }
}

/** What a hub is made of. */
export interface HubOptions {
  settings: ServerConnection.ISettings;
  hasServer: boolean;
  kernel: Omit<
    KernelOptions,
    'id' | 'translate' | 'libraryFrames' | 'outside' | 'shutdown' | 'assistant'
  > & {
    /** Makes what answers a kernel's questions about code. */
    assistant?: (outside: Outside) => Assistant;
  };
}

/** A kernel as Jupyter's kernel API describes it. */
export function modelOf(kernel: TypeScriptKernel): Kernel.IModel {
  return {
    id: kernel.id,
    name: KERNEL_NAME,
    execution_state: kernel.state,
    last_activity: kernel.lastActivity.toISOString(),
    connections: kernel.clients.size
  };
}
