import type { ICodeCell, INotebookContent } from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';
import { TypeScriptKernel } from '../kernel/kernel';
import { untranslated } from '../kernel/words';
import { OutputCollector } from './outputs';
import { ThreadHost } from './thread-host';

/** How to run a notebook. */
export interface RunOptions {
  /** Folder of the built runtime. */
  runtimeFolder: string;
  /** Seconds that one cell may take before it is interrupted; default 60. */
  cellTimeout?: number;
}

/** A notebook that ran. */
export interface RunResult {
  /** The notebook with its outputs. */
  notebook: INotebookContent;
  /** Index of the cell that failed; those after it did not run. */
  failedCell?: number;
}

/** Runs a notebook's code cells from the first to the last, in a kernel of their own. */
export async function runNotebook(
  notebook: INotebookContent,
  options: RunOptions
): Promise<RunResult> {
  const kernel = new TypeScriptKernel({
    id: 'notebook',
    host: new ThreadHost(options.runtimeFolder),
    version: '',
    translate: untranslated
  });
  const cells = structuredClone(notebook.cells);
  const result: RunResult = { notebook: { ...notebook, cells } };
  try {
    for (const [index, cell] of cells.entries()) {
      if (cell.cell_type === 'code') {
        const ok = await runCell(kernel, cell as ICodeCell, options.cellTimeout ?? 60);
        if (!ok) {
          result.failedCell = index;
          break;
        }
      }
    }
  } finally {
    kernel.dispose();
  }
  return result;
}

/** @returns whether the cell ended without an error */
async function runCell(
  kernel: TypeScriptKernel,
  cell: ICodeCell,
  timeout: number
): Promise<boolean> {
  const id = crypto.randomUUID();
  const collector = new OutputCollector();
  const { promise, resolve } = Promise.withResolvers<KernelMessage.IExecuteReplyMsg['content']>();
  const client = (message: KernelMessage.IMessage) => {
    if (message.header.msg_type === 'execute_reply') {
      resolve(message.content as KernelMessage.IExecuteReplyMsg['content']);
    } else {
      collector.take(message);
    }
  };
  kernel.clients.add(client);
  const timer = setTimeout(() => kernel.interrupt(), timeout * 1000);
  kernel.handle(executeRequest(id, [cell.source].flat().join('')));
  const reply = await promise;
  clearTimeout(timer);
  kernel.clients.delete(client);
  cell.outputs = collector.outputs;
  cell.execution_count = reply.execution_count;
  return reply.status === 'ok';
}

function executeRequest(id: string, code: string): KernelMessage.IMessage {
  return {
    channel: 'shell',
    header: {
      msg_id: id,
      msg_type: 'execute_request',
      session: 'node',
      username: '',
      date: new Date().toISOString(),
      version: '5.4'
    },
    parent_header: {},
    metadata: {},
    content: { code, silent: false, store_history: true, user_expressions: {} },
    buffers: []
  };
}
