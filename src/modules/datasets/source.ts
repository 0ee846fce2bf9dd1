import type { Host } from '../host';

let files: Pick<Host, 'data'> | undefined;

/** Says where the packed files come from. */
export function readFrom(host: Pick<Host, 'data'>): void {
  files = host;
}

/** The bytes of a packed file. @throws Error where it cannot be loaded */
export async function unpacked(name: string, label: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!files) throw new Error('The data sets are not connected to a host');
  const packed = new Blob([await files.data(name, label)]).stream();
  const stream = packed.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
