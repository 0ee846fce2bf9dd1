import type { RuntimeManifest } from '../protocol/runtime';

/** The files of the built runtime, each fetched once a page. */
export class RuntimeFiles {
  private readonly fetched = new Map<string, Promise<ArrayBuffer>>();
  private readonly folder: string;
  private readonly names: Map<string, string>;

  /**
   * @param folder where the built runtime is served, ending in a slash
   * @param manifest what belongs to it; no other file is ever fetched for a worker
   */
  constructor(
    folder: string,
    readonly manifest: RuntimeManifest
  ) {
    this.folder = folder;
    const own = [manifest.entry, manifest.frame, ...manifest.chunks];
    this.names = new Map([
      ...own.map(name => [name, name] as const),
      ...Object.entries(manifest.wasm)
    ]);
  }

  /** @throws Error when the file is not one of the runtime's or cannot be fetched */
  async get(name: string): Promise<ArrayBuffer> {
    const file = this.names.get(name);
    if (file === undefined) {
      throw new Error(`${name} is not a file of Lessonbook's runtime.`);
    }
    const known = this.fetched.get(file);
    if (known) {
      return known;
    }
    const bytes = this.fetch(file);
    this.fetched.set(file, bytes);
    bytes.catch(() => this.fetched.delete(file));
    return bytes;
  }

  private async fetch(file: string): Promise<ArrayBuffer> {
    const response = await fetch(new URL(file, this.folder));
    if (!response.ok) {
      throw new Error(`${file} could not be loaded (${response.status} ${response.statusText}).`);
    }
    return response.arrayBuffer();
  }
}
