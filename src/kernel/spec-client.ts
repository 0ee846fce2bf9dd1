import { KernelSpecAPI, type KernelSpec } from '@jupyterlab/services';
import type { Hub } from './hub';
import { KERNEL_NAME, SPEC } from './spec';

/** The kernels one can choose from: the server's, and ours. */
export class CompositeKernelSpecClient implements KernelSpec.IKernelSpecAPIClient {
  readonly serverSettings: Hub['settings'];
  private readonly server: KernelSpec.IKernelSpecAPIClient;

  /** @param logo address of the picture shown in the launcher */
  constructor(
    private readonly hub: Hub,
    private readonly logo: string
  ) {
    this.serverSettings = hub.settings;
    this.server = new KernelSpecAPI.KernelSpecAPIClient({ serverSettings: hub.settings });
  }

  async get(): Promise<KernelSpec.ISpecModels> {
    const others = this.hub.hasServer
      ? await this.server.get()
      : { default: KERNEL_NAME, kernelspecs: {} };
    const ours: KernelSpec.ISpecModel = {
      name: KERNEL_NAME,
      display_name: SPEC.display_name,
      language: SPEC.language,
      argv: [],
      env: {},
      resources: { 'logo-svg': this.logo },
      metadata: {},
      interrupt_mode: 'message'
    };
    return { default: others.default, kernelspecs: { ...others.kernelspecs, [KERNEL_NAME]: ours } };
  }
}
