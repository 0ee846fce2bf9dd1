import path from 'node:path';
import type { IOutput } from '@jupyterlab/nbformat';
import type { KernelMessage } from '@jupyterlab/services';
import { TypeScriptKernel, type KernelOptions } from '../../src/kernel/kernel';
import { untranslated } from '../../src/kernel/words';
import { OutputCollector } from '../../src/node/outputs';
import { ThreadHost } from '../../src/node/thread-host';

export const runtimeFolder = path.resolve(import.meta.dirname, '../../build/runtime');

type Content = Record<string, unknown>;

/** What came back for one request. */
export interface Answer {
  reply: Content & { status: string };
  outputs: IOutput[];
  /** Types of the messages in their order, on all channels. */
  types: string[];
  states: string[];
}

/** Talks to a kernel in a thread as a Jupyter front end does. */
export class Client {
  readonly kernel: TypeScriptKernel;
  private count = 0;

  /** @param options what the kernel has beside its defaults */
  constructor(options: Partial<KernelOptions> = {}) {
    this.kernel = new TypeScriptKernel({
      id: 'test',
      host: new ThreadHost(runtimeFolder),
      version: '0',
      translate: untranslated,
      shutdown: restart => (restart ? this.kernel.restart() : this.dispose()),
      ...options
    });
  }

  execute(code: string, content: Content = {}): Promise<Answer> {
    return this.request('execute_request', {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
      ...content
    });
  }

  /** Sends a request; resolves once its reply and its idle status have come. */
  request(type: string, content: Content = {}, channel = 'shell'): Promise<Answer> {
    const id = `request-${++this.count}`;
    const collector = new OutputCollector();
    const answer: Partial<Answer> & { types: string[]; states: string[] } = {
      types: [],
      states: []
    };
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const listen = (message: KernelMessage.IMessage) => {
      if ((message.parent_header as { msg_id?: string }).msg_id !== id) {
        return;
      }
      const messageType: string = message.header.msg_type;
      const messageContent = message.content as Answer['reply'];
      answer.types.push(messageType);
      if (messageType === 'status') {
        answer.states.push(String(messageContent.execution_state));
      } else if (messageType.endsWith('_reply')) {
        answer.reply = messageContent;
      } else {
        collector.take(message);
      }
      if (answer.reply && answer.states.at(-1) === 'idle') {
        this.kernel.clients.delete(listen);
        resolve({ ...answer, reply: answer.reply, outputs: collector.outputs });
      }
    };
    this.kernel.clients.add(listen);
    this.kernel.handle({
      channel,
      header: {
        msg_id: id,
        msg_type: type,
        session: 'client',
        username: '',
        date: new Date().toISOString(),
        version: '5.4'
      },
      parent_header: {},
      metadata: {},
      content,
      buffers: []
    } as unknown as KernelMessage.IMessage);
    return promise;
  }

  /** Resolves when a cell has printed a text. */
  printed(text: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const listen = (message: KernelMessage.IMessage) => {
      const content = message.content as Content;
      if (message.header.msg_type === 'stream' && String(content.text).includes(text)) {
        this.kernel.clients.delete(listen);
        resolve(undefined);
      }
    };
    this.kernel.clients.add(listen);
    return promise;
  }

  /** The plain text of a cell's value. */
  async value(code: string): Promise<unknown> {
    const { outputs, reply } = await this.execute(code);
    const result = outputs.find(output => output.output_type === 'execute_result');
    const data = result?.data as Record<string, unknown> | undefined;
    return data?.['text/plain'] ?? reply.evalue;
  }

  dispose(): void {
    this.kernel.dispose();
  }
}
