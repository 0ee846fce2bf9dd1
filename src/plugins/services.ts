import { PageConfig } from '@jupyterlab/coreutils';
import {
  IKernelManager,
  IKernelSpecManager,
  IServerSettings,
  ISessionManager,
  KernelManager,
  KernelSpecManager,
  ServerConnection,
  SessionManager,
  type Kernel,
  type KernelSpec,
  type ServiceManagerPlugin,
  type Session
} from '@jupyterlab/services';
import languageManifest from 'lessonbook-language-manifest';
import manifest from 'lessonbook-runtime-manifest';
import packageData from '../../package.json';
import { Hub } from '../kernel/hub';
import { CompositeKernelClient } from '../kernel/kernel-client';
import { RuntimeFiles } from '../kernel/runtime-files';
import { SandboxHost } from '../kernel/sandbox';
import { sanitize } from '../kernel/sanitize';
import { CompositeSessionClient } from '../kernel/session-client';
import { routingWebSocket } from '../kernel/socket';
import { CompositeKernelSpecClient } from '../kernel/spec-client';
import { WarmHost } from '../kernel/warm-host';
import { CellsAssistant } from '../language/assistant';
import { NotebookClients } from '../language/notebook-clients';
import { PageLanguageHost } from '../language/page-host';
import { readBesideBy } from '../language/read-beside';
import { LanguageServer } from '../language/server';
import { IHub, ILanguages } from '../tokens';
import { isNotebookExpected } from './expected';
import { logoUrl } from './icons';

/** The language service, whose worker starts when somebody first asks something. */
const languages: ServiceManagerPlugin<NotebookClients> = {
  id: 'jupyterlab-lessonbook:languages',
  description: 'Knows the names and types in all cells of a TypeScript notebook.',
  autoStart: true,
  provides: ILanguages,
  activate: () => {
    const host = new PageLanguageHost(folderOf('language'), languageManifest);
    return new NotebookClients(new LanguageServer(host));
  }
};

/** Where a built part is served. */
const folderOf = (part: string): string =>
  new URL(`${part}/`, new URL(__webpack_public_path__, document.baseURI)).href;

/** Our kernels. Everything that needs them asks for this one. */
const hub: ServiceManagerPlugin<Hub> = {
  id: 'jupyterlab-lessonbook:hub',
  description: 'Runs TypeScript kernels in the browser.',
  autoStart: true,
  provides: IHub,
  requires: [ILanguages],
  optional: [IServerSettings],
  activate: (_: null, { server }: NotebookClients, settings: ServerConnection.ISettings | null) => {
    const hasServer = PageConfig.getOption('lessonbookServer') !== 'false';
    const files = new RuntimeFiles(folderOf('runtime'), manifest);
    const host = new WarmHost(new SandboxHost(files));
    if (isNotebookExpected()) {
      host.warm();
    }
    return new Hub({
      settings: settings ?? ServerConnection.makeSettings(),
      hasServer,
      kernel: {
        host,
        version: packageData.version,
        sanitize,
        assistant: outside =>
          new CellsAssistant(
            server.open(),
            readBesideBy(request => outside.answer(request)),
            () => server.start()
          )
      }
    });
  }
};

/** The stock kernel manager over the server's kernels and ours. */
const kernelManager: ServiceManagerPlugin<Kernel.IManager> = {
  id: 'jupyterlab-lessonbook:kernel-manager',
  description: 'Manages kernels of the server and of the browser.',
  autoStart: true,
  provides: IKernelManager,
  requires: [IHub],
  activate: (_: null, own: Hub) =>
    new KernelManager({
      kernelAPIClient: new CompositeKernelClient(own),
      kernelSpecAPIClient: new CompositeKernelSpecClient(own, logoUrl),
      serverSettings: routed(own)
    })
};

/** The stock manager of kernel specs, with ours among them. */
const kernelSpecManager: ServiceManagerPlugin<KernelSpec.IManager> = {
  id: 'jupyterlab-lessonbook:kernel-spec-manager',
  description: 'Lists the kernels of the server and of the browser.',
  autoStart: true,
  provides: IKernelSpecManager,
  requires: [IHub],
  activate: (_: null, own: Hub) =>
    new KernelSpecManager({
      kernelSpecAPIClient: new CompositeKernelSpecClient(own, logoUrl),
      serverSettings: own.settings
    })
};

/** The stock session manager over the server's sessions and ours. */
const sessionManager: ServiceManagerPlugin<Session.IManager> = {
  id: 'jupyterlab-lessonbook:session-manager',
  description: 'Manages sessions of the server and of the browser.',
  autoStart: true,
  provides: ISessionManager,
  requires: [IKernelManager, IHub],
  activate: (_: null, kernels: Kernel.IManager, own: Hub) =>
    new SessionManager({
      kernelManager: kernels,
      sessionAPIClient: new CompositeSessionClient(own),
      serverSettings: routed(own)
    })
};

function routed(own: Hub): ServerConnection.ISettings {
  const WebSocket = routingWebSocket(own.settings, id => own.find(id));
  return { ...own.settings, WebSocket };
}

export const servicePlugins = [languages, hub, kernelManager, kernelSpecManager, sessionManager];
