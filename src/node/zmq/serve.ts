import path from 'node:path';
import process from 'node:process';
import { TypeScriptKernel } from '../../kernel/kernel';
import type { Header, Message } from '../../kernel/messages';
import { untranslated } from '../../kernel/words';
import { CellsAssistant } from '../../language/assistant';
import { readBesideBy } from '../../language/read-beside';
import { LanguageServer } from '../../language/server';
import { ThreadLanguageHost } from '../language-host';
import { diskOutside } from '../disk-outside';
import { ThreadHost } from '../thread-host';
import type { Connection } from './connection';
import { Sockets } from './sockets';

/** What a kernel over ZeroMQ is made of. */
export interface ServeOptions {
  connection: Connection;
  /** Folder of the built runtime. */
  runtimeFolder: string;
  /** Folder of the built language service. */
  languageFolder: string;
  version: string;
}

/** Runs a kernel over ZeroMQ until a client or a signal ends it. */
export async function serve({ connection, version, ...folders }: ServeOptions): Promise<void> {
  const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
  /** Where the replies to a request go. */
  const routes = new Map<string, Buffer[]>();
  const language = new LanguageServer(new ThreadLanguageHost(folders.languageFolder));
  const outside = diskOutside(notebookPath());
  const readBeside = readBesideBy(request => outside.answer(request));
  const kernel = new TypeScriptKernel({
    id: crypto.randomUUID(),
    host: new ThreadHost(folders.runtimeFolder),
    version,
    translate: untranslated,
    // The cells have the user's rights, as those of every kernel of a server.
    sanitize: html => html,
    assistant: new CellsAssistant(language.open(), readBeside),
    outside,
    shutdown: () => end(undefined)
  });
  const sockets = new Sockets(connection, ({ identities, message }) => {
    routes.set(message.header.msg_id, identities);
    kernel.handle(message);
  });
  kernel.clients.add((message: Message) => {
    const { msg_id: request = '' } = message.parent_header as Partial<Header>;
    sockets.send(message, routes.get(request) ?? []);
    if (isIdle(message)) {
      routes.delete(request);
    }
  });
  await sockets.open();
  kernel.announce();
  process.on('SIGINT', () => kernel.interrupt());
  process.once('SIGTERM', () => end(undefined));
  await ended;
  kernel.dispose();
  language.dispose();
  await sockets.close();
}

/** The notebook that runs: Jupyter starts a kernel in its folder, and newer ones say its name. */
function notebookPath(): string {
  const name = path.basename(process.env.JPY_SESSION_NAME ?? '');
  return path.join(process.cwd(), name.endsWith('.ipynb') ? name : 'notebook.ipynb');
}

/** Whether everything about its request has been said. */
function isIdle({ header, content }: Message): boolean {
  return header.msg_type === 'status' && 'execution_state' in content
    ? content.execution_state === 'idle'
    : false;
}
