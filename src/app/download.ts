import type { Contents } from '@jupyterlab/services';
import { toBytes } from './archive';
import { download } from './file';

/** Hands a file of the notebooks to the browser's downloads, under its own name. */
export async function downloadFile(
  contents: Pick<Contents.IManager, 'get'>,
  path: string
): Promise<void> {
  const model = await contents.get(path, { content: true });
  const type = model.mimetype || 'application/octet-stream';
  download(new Blob([new Uint8Array(toBytes(model))], { type }), model.name);
}
