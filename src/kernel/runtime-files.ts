import type { OnProgress, RuntimeManifest } from '../protocol/runtime';

/** The files of the built runtime, each fetched once a page. */
export class RuntimeFiles {
  private readonly fetched = new Map<string, Promise<ArrayBuffer>>();
  private readonly folder: string;
  private readonly names: Map<string, string>;
  /** Bytes of each file of a data set, by the name of the file. */
  private readonly sizes: Map<string, number>;

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
      ...Object.entries(manifest.wasm),
      ...Object.entries(manifest.data).map(([name, { file }]) => [name, file] as const)
    ]);
    this.sizes = new Map(Object.values(manifest.data).map(({ file, size }) => [file, size]));
  }

  /**
   * @param onProgress of a data set's file that nobody has asked for before
   * @throws Error when the file is not one of the runtime's or cannot be fetched
   */
  async get(name: string, onProgress?: OnProgress): Promise<ArrayBuffer> {
    const file = this.names.get(name);
    if (file === undefined) {
      throw new Error(`${name} is not a file of Lessonbook's runtime.`);
    }
    const known = this.fetched.get(file);
    if (known) {
      return known;
    }
    const bytes = this.fetch(file, onProgress);
    this.fetched.set(file, bytes);
    bytes.catch(() => this.fetched.delete(file));
    return bytes;
  }

  private async fetch(file: string, onProgress?: OnProgress): Promise<ArrayBuffer> {
    const response = await fetch(new URL(file, this.folder));
    if (!response.ok) {
      throw new Error(`${file} could not be loaded (${response.status} ${response.statusText}).`);
    }
    const size = this.sizes.get(file);
    return size !== undefined && onProgress && response.body
      ? read(response.body, loaded => onProgress(loaded, size))
      : response.arrayBuffer();
  }
}

/** Reads to the end, and says after each piece how many bytes there are. */
async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (loaded: number) => void
): Promise<ArrayBuffer> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  for await (const piece of body) {
    pieces.push(piece);
    loaded += piece.length;
    onProgress(loaded);
  }
  return new Blob(pieces).arrayBuffer();
}
