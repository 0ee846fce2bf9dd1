import type { ICell, IOutput } from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';
import { TypeScriptKernel } from '../kernel/kernel';
import { untranslated } from '../kernel/words';
import type { CheckResult } from '../lesson/result';
import { CHECK_EXPRESSION, CHECK_MIME, CHECK_SECONDS, type CheckRequest } from '../protocol/check';
import { OutputCollector } from './outputs';
import { diskOutside } from './disk-outside';
import { ThreadHost } from './thread-host';

/** How to run a notebook. */
export interface RunOptions {
  /** Folder of the built runtime. */
  runtimeFolder: string;
  /** The notebook's file; without it, cells reach no files. */
  notebook?: string;
  /** Lets packages that are not in `node_modules` beside the notebook come from the network. */
  allowNetwork?: boolean;
  /** Seconds that one cell may take before it is interrupted; default 60. */
  cellTimeout?: number;
}

/** A cell that ran. */
export interface CellRun {
  ok: boolean;
  outputs: IOutput[];
  executionCount: number | null;
  /** What it ended by, where it did not end well, in one line. */
  error?: string;
  /** Seconds after which it was interrupted, where it had not ended by then. */
  stoppedAfter?: number;
}

/** Seconds by which a check may outlast its own limit before it is interrupted. */
const CHECK_GRACE = 5;

type Reply = KernelMessage.IExecuteReplyMsg['content'];

/** A kernel in a thread, which runs cells one after the other for as long as it is not disposed. */
export class NotebookKernel {
  private readonly kernel: TypeScriptKernel;
  private readonly cellTimeout: number;

  constructor({ runtimeFolder, cellTimeout = 60, notebook, allowNetwork }: RunOptions) {
    this.cellTimeout = cellTimeout;
    this.kernel = new TypeScriptKernel({
      id: 'notebook',
      host: new ThreadHost(runtimeFolder),
      version: '',
      translate: untranslated,
      ...(notebook === undefined ? {} : { outside: diskOutside(notebook, allowNetwork) }),
      shutdown: () => this.dispose()
    });
  }

  async run(code: string): Promise<CellRun> {
    const { reply, outputs, stopped } = await this.execute({ code }, this.cellTimeout);
    const run: CellRun = {
      ok: reply.status === 'ok',
      outputs,
      executionCount: reply.execution_count
    };
    if (reply.status === 'error') {
      run.error = `${reply.ename}: ${reply.evalue}`;
    }
    if (stopped) {
      run.stoppedAfter = this.cellTimeout;
    }
    return run;
  }

  /** Checks an exercise whose cell has run. */
  async check(request: CheckRequest): Promise<CheckResult> {
    const { reply } = await this.execute(
      {
        code: '',
        silent: true,
        store_history: false,
        user_expressions: { [CHECK_EXPRESSION]: JSON.stringify(request) }
      },
      (request.timeLimit ?? CHECK_SECONDS) + CHECK_GRACE
    );
    if (reply.status !== 'ok') {
      const reason = reply.status === 'error' ? reply.evalue : 'The check did not run.';
      return { outcome: 'unchecked', reason };
    }
    const answer = reply.user_expressions[CHECK_EXPRESSION] as {
      data?: Record<string, unknown>;
      evalue?: string;
    };
    return (
      (answer.data?.[CHECK_MIME] as CheckResult | undefined) ?? {
        outcome: 'unchecked',
        reason: answer.evalue ?? 'The check gave no result.'
      }
    );
  }

  dispose(): void {
    this.kernel.dispose();
  }

  private async execute(
    content: object,
    timeout: number
  ): Promise<{ reply: Reply; outputs: IOutput[]; stopped: boolean }> {
    const collector = new OutputCollector();
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const client = (message: KernelMessage.IMessage) => {
      if (message.header.msg_type === 'execute_reply') {
        resolve(message.content as Reply);
      } else {
        collector.take(message);
      }
    };
    this.kernel.clients.add(client);
    let stopped = false;
    const timer = setTimeout(() => {
      stopped = true;
      this.kernel.interrupt();
    }, timeout * 1000);
    this.kernel.handle(executeRequest(content));
    const reply = await promise;
    clearTimeout(timer);
    this.kernel.clients.delete(client);
    return { reply, outputs: collector.outputs, stopped };
  }
}

/** The text of a cell, which a file may hold in lines. */
export const sourceOf = (cell: Pick<ICell, 'source'>): string => [cell.source].flat().join('');

function executeRequest(content: object): KernelMessage.IMessage {
  return {
    channel: 'shell',
    header: {
      msg_id: crypto.randomUUID(),
      msg_type: 'execute_request',
      session: 'node',
      username: '',
      date: new Date().toISOString(),
      version: '5.4'
    },
    parent_header: {},
    metadata: {},
    content: { silent: false, store_history: true, user_expressions: {}, ...content },
    buffers: []
  };
}
