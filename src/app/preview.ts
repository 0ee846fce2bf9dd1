import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { Contents } from '@jupyterlab/services';
import { ensureFolder } from '../lesson/folders';

/** Where `lessonbook preview` serves the notebooks that a teacher is writing. */
const SERVED = 'preview/';
/** Where they are kept in the browser; always as they were last built. */
const KEPT = 'Preview';

/** The notebook that the page was asked to preview: `?preview=numpy/broadcasting.ipynb`. */
export function requestedPreview(pageUrl: string): string | undefined {
  const { searchParams } = new URL(pageUrl);
  const path = searchParams.get('preview') ?? '';
  return /^([\w-]+\/)*[\w-]+\.ipynb$/.test(path) ? path : undefined;
}

/**
 * Fetches a notebook that is being written and opens it, in the place of an earlier build of it.
 *
 * @throws Error when it is not served, or cannot be kept
 */
export async function openPreview(
  path: string,
  site: string,
  contents: Contents.IManager,
  documents: IDocumentManager
): Promise<void> {
  const response = await fetch(new URL(SERVED + path, site), { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`${path} is not served (${response.status}).`);
  }
  const content: unknown = await response.json();
  const kept = `${KEPT}/${path}`;
  await ensureFolder(contents, kept.slice(0, kept.lastIndexOf('/')));
  await contents.save(kept, { type: 'notebook', format: 'json', content });
  const widget = documents.openOrReveal(kept);
  const context = widget && documents.contextForWidget(widget);
  await context?.ready;
  // A notebook that was open already still shows what it was before.
  await context?.revert();
}
