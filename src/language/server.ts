import type {
  FromLanguage,
  LanguageCall,
  LanguageMethod,
  ParamsOf,
  ResultOf,
  ToLanguage
} from '../protocol/language';
import { LanguageClient } from './client';
import type { LanguageHost, LanguageWorker } from './host';
import { untranslated, type Translate } from './words';

/** How far the worker is; `failed` means that it died again and again and is not tried any more. */
export type LanguageState = 'idle' | 'starting' | 'ready' | 'failed';

/** Milliseconds that one answer may take before the worker counts as stuck. */
const PATIENCE = 20_000;

/** Milliseconds that a worker may take to load and to read the types. */
const START_PATIENCE = 60_000;

/** Times that a worker may end without having answered anything before it is given up. */
const ATTEMPTS = 3;

/** What is answered first: what somebody waits for at the cursor. */
const URGENCY: Record<LanguageMethod, number> = {
  completionDetails: 0,
  complete: 0,
  signatureHelp: 1,
  hover: 1,
  definition: 2,
  references: 2,
  rename: 2,
  codeFixes: 2,
  format: 2,
  libraryFile: 2,
  diagnostics: 3,
  semanticTokens: 4
};

/** Where a newer request for the same cell makes the older one pointless. */
const SUPERSEDING: ReadonlySet<LanguageMethod> = new Set([
  'complete',
  'signatureHelp',
  'hover',
  'diagnostics',
  'semanticTokens'
]);

interface Pending {
  id: number;
  client: LanguageClient;
  call: LanguageCall;
  settle(result: ResultOf<LanguageMethod> | undefined): void;
}

/**
 * One language worker for all notebooks of a page. It starts with the first request and is given
 * one request at a time, so that one that nobody wants any more never costs anything. A worker
 * that dies or hangs is replaced, and told the notebooks anew; no request waits for ever.
 */
export class LanguageServer {
  /** Called whenever the state has changed. */
  readonly stateChanged = new Set<(state: LanguageState) => void>();

  /** Puts sentences of ours into the page's language, once that is known. */
  translate: Translate = untranslated;

  private readonly clients = new Set<LanguageClient>();
  private readonly queue: Pending[] = [];
  private worker: LanguageWorker | undefined;
  private current: Pending | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private count = 0;
  private attempts = 0;
  private phase: LanguageState = 'idle';

  constructor(private readonly host: LanguageHost) {}

  get state(): LanguageState {
    return this.phase;
  }

  /** A client for one more notebook; dispose of it when the notebook is closed. */
  open(): LanguageClient {
    const client = new LanguageClient(this);
    this.clients.add(client);
    return client;
  }

  /** Starts the worker before the first request; also tries anew where it had been given up. */
  start(): void {
    if (this.phase === 'failed') {
      this.attempts = 0;
    }
    if (!this.worker) {
      this.spawn();
    }
  }

  dispose(): void {
    this.end();
    this.clients.forEach(client => client.dispose());
    this.setState('idle');
  }

  /** Passes on what changed in a notebook; a worker that starts later is told everything. */
  tell(message: Extract<ToLanguage, { kind: 'cells' }>): void {
    if (this.phase === 'ready') {
      this.worker?.post(message);
    }
  }

  /** To be called by a client that is disposed of. */
  close(client: LanguageClient): void {
    this.clients.delete(client);
    this.drop(pending => pending.client === client);
    if (this.phase === 'ready') {
      this.worker?.post({ kind: 'close', notebook: client.notebook });
    }
  }

  /**
   * @returns the answer; `undefined` where it was superseded, cancelled, or could not be had
   */
  request<M extends LanguageMethod>(
    client: LanguageClient,
    method: M,
    params: ParamsOf<M>,
    signal: AbortSignal | undefined
  ): Promise<ResultOf<M> | undefined> {
    const call = { method, params } as LanguageCall;
    if (signal?.aborted || this.phase === 'failed') {
      return Promise.resolve(undefined);
    }
    if (SUPERSEDING.has(method)) {
      this.drop(other => other.client === client && isSame(other.call, call));
    }
    const { promise, resolve } = Promise.withResolvers<ResultOf<M> | undefined>();
    const pending: Pending = {
      id: ++this.count,
      client,
      call,
      settle: resolve as Pending['settle']
    };
    signal?.addEventListener('abort', () => {
      this.drop(other => other === pending);
      resolve(undefined);
    });
    this.queue.push(pending);
    this.start();
    this.work();
    return promise;
  }

  private drop(isUnwanted: (pending: Pending) => boolean): void {
    for (const pending of this.queue.filter(isUnwanted)) {
      this.queue.splice(this.queue.indexOf(pending), 1);
      pending.settle(undefined);
    }
    if (this.current && isUnwanted(this.current)) {
      this.current.settle(undefined);
    }
  }

  private work(): void {
    if (this.phase !== 'ready' || this.current) {
      return;
    }
    const [next] = this.queue.toSorted(
      (a, b) => URGENCY[a.call.method] - URGENCY[b.call.method] || a.id - b.id
    );
    if (!next) {
      return;
    }
    this.queue.splice(this.queue.indexOf(next), 1);
    this.current = next;
    const { id, call, client } = next;
    this.worker?.post({ kind: 'request', id, notebook: client.notebook, call });
    this.patience = setTimeout(() => this.lost(), PATIENCE);
  }

  private spawn(): void {
    this.setState('starting');
    const worker: LanguageWorker = this.host.spawn({
      message: message => {
        if (worker === this.worker) {
          this.receive(message);
        }
      },
      crashed: () => {
        if (worker === this.worker) {
          this.lost();
        }
      }
    });
    this.worker = worker;
    this.patience = setTimeout(() => this.lost(), START_PATIENCE);
  }

  private receive(message: FromLanguage): void {
    switch (message.kind) {
      case 'ready':
        clearTimeout(this.patience);
        this.setState('ready');
        this.clients.forEach(client => client.tellAll());
        break;
      case 'wants':
        for (const client of this.clients) {
          if (client.notebook === message.notebook) {
            client.wants(message.paths);
          }
        }
        break;
      case 'answer':
      case 'failed':
        if (message.id === this.current?.id) {
          clearTimeout(this.patience);
          this.attempts = 0;
          this.current.settle(message.kind === 'answer' ? message.result : undefined);
          this.current = undefined;
        }
        break;
    }
    this.work();
  }

  /** The worker died or hangs. */
  private lost(): void {
    this.attempts += 1;
    const isHopeless = this.attempts >= ATTEMPTS;
    const waiting = this.queue.splice(0);
    this.end();
    if (isHopeless) {
      waiting.forEach(({ settle }) => settle(undefined));
      this.setState('failed');
    } else {
      this.queue.push(...waiting);
      this.spawn();
    }
  }

  /** Ends the worker and everything that waits for it. */
  private end(): void {
    clearTimeout(this.patience);
    this.worker?.terminate();
    this.worker = undefined;
    this.current?.settle(undefined);
    this.current = undefined;
    this.queue.splice(0).forEach(({ settle }) => settle(undefined));
  }

  private setState(state: LanguageState): void {
    if (state !== this.phase) {
      this.phase = state;
      this.stateChanged.forEach(listen => listen(state));
    }
  }
}

function isSame(a: LanguageCall, b: LanguageCall): boolean {
  return (
    a.method === b.method &&
    'cell' in a.params &&
    'cell' in b.params &&
    a.params.cell === b.params.cell
  );
}
