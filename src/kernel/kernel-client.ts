import { KernelAPI, type Kernel } from '@jupyterlab/services';
import { modelOf, type Hub } from './hub';

/** Jupyter's kernel API over our kernels and the server's, told apart by name or id. */
export class CompositeKernelClient implements Kernel.IKernelAPIClient {
  readonly serverSettings: Hub['settings'];
  private readonly server: Kernel.IKernelAPIClient;

  constructor(private readonly hub: Hub) {
    this.serverSettings = hub.settings;
    this.server = new KernelAPI.KernelAPIClient({ serverSettings: hub.settings });
  }

  async listRunning(): Promise<Kernel.IModel[]> {
    const others = this.hub.hasServer ? await this.server.listRunning() : [];
    return [...others, ...this.hub.running()];
  }

  async getModel(id: string): Promise<Kernel.IModel | undefined> {
    const kernel = this.hub.find(id);
    if (kernel) {
      return modelOf(kernel);
    }
    return this.hub.hasServer ? this.server.getModel(id) : undefined;
  }

  async startNew(options: Parameters<Kernel.IKernelAPIClient['startNew']>[0] = {}) {
    return this.hub.owns(options.name) ? this.hub.start() : this.server.startNew(options);
  }

  async restart(id: string): Promise<void> {
    const kernel = this.hub.find(id);
    return kernel ? kernel.restart() : this.server.restart(id);
  }

  async interrupt(id: string): Promise<void> {
    const kernel = this.hub.find(id);
    return kernel ? kernel.interrupt() : this.server.interrupt(id);
  }

  async shutdown(id: string): Promise<void> {
    return this.hub.find(id) || !this.hub.hasServer
      ? this.hub.shutdown(id)
      : this.server.shutdown(id);
  }
}
