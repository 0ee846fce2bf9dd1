import { SessionAPI, type Session } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';
import type { Hub } from './hub';

type Update = Parameters<Session.ISessionAPIClient['update']>[0];

/**
 * Jupyter's session API over our sessions and the server's. A session that moves from one to the
 * other keeps the id by which the page knows it, so that the notebook stays connected.
 */
export class CompositeSessionClient implements Session.ISessionAPIClient {
  readonly serverSettings: Hub['settings'];
  private readonly server: Session.ISessionAPIClient;
  /** The server's ids of sessions that began here, by the page's ids. */
  private readonly moved = new Map<string, string>();

  constructor(private readonly hub: Hub) {
    this.serverSettings = hub.settings;
    this.server = new SessionAPI.SessionAPIClient({ serverSettings: hub.settings });
  }

  async listRunning(): Promise<Session.IModel[]> {
    const others = this.hub.hasServer ? await this.server.listRunning() : [];
    const pageIds = new Map([...this.moved].map(([page, server]) => [server, page]));
    return [
      ...others.map(model => ({ ...model, id: pageIds.get(model.id) ?? model.id })),
      ...this.hub.runningSessions()
    ];
  }

  async getModel(id: string): Promise<Session.IModel> {
    const session = this.hub.sessions.get(id);
    if (session) {
      return this.hub.refresh(session);
    }
    if (!this.hub.hasServer) {
      throw new Error(`There is no session ${id}.`);
    }
    return { ...(await this.server.getModel(this.serverId(id))), id };
  }

  async startNew(options: Session.ISessionOptions): Promise<Session.IModel> {
    const kernelId = kernelIdOf(options.kernel);
    const own =
      kernelId === undefined ? this.hub.owns(options.kernel?.name) : this.isOurs(kernelId);
    return own ? this.begin(UUID.uuid4(), options, kernelId) : this.server.startNew(options);
  }

  async update(update: Update): Promise<Session.IModel> {
    const session = this.hub.sessions.get(update.id);
    const { kernel } = update;
    if (!kernel) {
      return session ? this.change(session, update) : this.updateOnServer(update);
    }
    const kernelId = kernelIdOf(kernel);
    const toOurs = kernelId === undefined ? this.hub.owns(kernel.name) : this.isOurs(kernelId);
    const known = session ?? (await this.getModel(update.id));
    const options = {
      path: update.path ?? known.path,
      name: update.name ?? known.name,
      type: update.type ?? known.type
    };
    if (toOurs) {
      await this.leave(known, kernelId);
      return this.begin(update.id, options, kernelId);
    }
    if (!session) {
      return this.updateOnServer(update);
    }
    // The server's kernel first: if it does not start, the notebook keeps the one it has.
    const model = await this.server.startNew({ ...options, kernel });
    await this.leave(session);
    this.moved.set(update.id, model.id);
    return { ...model, id: update.id };
  }

  async shutdown(id: string): Promise<void> {
    const session = this.hub.sessions.get(id);
    if (session) {
      await this.leave(session);
    } else if (this.hub.hasServer) {
      await this.server.shutdown(this.serverId(id));
      this.moved.delete(id);
    }
  }

  private begin(
    id: string,
    options: Session.ISessionOptions,
    kernelId: string | undefined
  ): Session.IModel {
    const running = this.hub.running().find(kernel => kernel.id === kernelId);
    const model: Session.IModel = {
      id,
      path: options.path,
      name: options.name,
      type: options.type,
      kernel: running ?? this.hub.start()
    };
    this.hub.sessions.set(id, model);
    return model;
  }

  /** Ends what a session ran on, unless that is the kernel it is to keep. */
  private async leave(session: Session.IModel, keptKernel?: string): Promise<void> {
    if (!this.hub.sessions.delete(session.id)) {
      await this.server.shutdown(this.serverId(session.id));
      this.moved.delete(session.id);
      return;
    }
    const id = session.kernel?.id;
    const shared = [...this.hub.sessions.values()].some(other => other.kernel?.id === id);
    if (id !== undefined && id !== keptKernel && !shared) {
      this.hub.shutdown(id);
    }
  }

  private change(session: Session.IModel, update: Update): Session.IModel {
    const changed: Session.IModel = {
      ...session,
      path: update.path ?? session.path,
      name: update.name ?? session.name,
      type: update.type ?? session.type
    };
    this.hub.sessions.set(session.id, changed);
    return this.hub.refresh(changed);
  }

  private async updateOnServer(update: Update): Promise<Session.IModel> {
    const model = await this.server.update({ ...update, id: this.serverId(update.id) });
    return { ...model, id: update.id };
  }

  private serverId(id: string): string {
    return this.moved.get(id) ?? id;
  }

  private isOurs(kernelId: string): boolean {
    return this.hub.find(kernelId) !== undefined;
  }
}

/** A request may name a running kernel by id, though its type speaks of names alone. */
function kernelIdOf(kernel: object | null | undefined): string | undefined {
  return kernel && 'id' in kernel && typeof kernel.id === 'string' ? kernel.id : undefined;
}
