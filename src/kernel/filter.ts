import type { Notice } from '../protocol/notices';
import type { Json, MimeBundle } from '../protocol/runtime';
import { findPlotProblem } from './plot-filter';

/** Bytes, about, that one output may take. */
export const OUTPUT_LIMIT = 20_000_000;

/** The MIME type of a plot. */
export const VEGA_LITE = 'application/vnd.vegalite.v5+json';

/** Makes HTML harmless; the page gives it, since it takes a document to parse one. */
export type Sanitize = (html: string) => string;

/** What is left of an output, and what is to be said about the rest. */
export interface Filtered {
  data: MimeBundle;
  notices: Notice[];
}

/** Whether a value may be shown, as it is then, or why not. */
export type Verdict = { ok: true; value: Json } | { ok: false; reason?: string };

/** What is text or is put into an image as it is, SVG too, where no script runs. */
const TEXT = new Set([
  'text/plain',
  'text/latex',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/svg+xml'
]);

/** Whether a type may be shown at all; its value may still be refused. */
export const isShown = (mimeType: string): boolean =>
  TEXT.has(mimeType) || ['text/html', 'application/json', VEGA_LITE].includes(mimeType);

/**
 * Lets through what can do no harm in the page. A cell runs in a sandbox; its outputs do not, and
 * JupyterLab trusts what a running kernel sends.
 */
export function filterOutput(data: MimeBundle, sanitize: Sanitize | undefined): Filtered {
  const size = JSON.stringify(data).length;
  if (size > OUTPUT_LIMIT) {
    return { data: {}, notices: [{ id: 'outputTooLarge', size, limit: OUTPUT_LIMIT }] };
  }
  const kept: MimeBundle = {};
  const notices: Notice[] = [];
  for (const [mimeType, value] of Object.entries(data)) {
    const verdict = filterValue(mimeType, value, sanitize);
    if (verdict.ok) {
      kept[mimeType] = verdict.value;
    } else if (verdict.reason !== undefined) {
      notices.push({ id: 'outputRefused', mimeType, reason: verdict.reason });
    }
  }
  return { data: kept, notices };
}

const refuse = (reason: string): Verdict => ({ ok: false, reason });

/** Lets one value through. Every type that is not named is refused: its renderer may run code. */
export function filterValue(
  mimeType: string,
  value: Json,
  sanitize: Sanitize | undefined
): Verdict {
  if (TEXT.has(mimeType)) {
    return typeof value === 'string' ? { ok: true, value } : refuse('it has to be text.');
  }
  switch (mimeType) {
    case 'text/html':
      return sanitize && typeof value === 'string'
        ? { ok: true, value: sanitize(value) }
        : { ok: false };
    case 'text/markdown':
      // Comes with its HTML, which a page can sanitise; a host without a page has its own ways.
      return sanitize ? { ok: false } : { ok: true, value };
    case 'application/json':
      return { ok: true, value };
    case VEGA_LITE: {
      const problem = findPlotProblem(value);
      return problem === undefined ? { ok: true, value } : refuse(problem);
    }
    default:
      return refuse('Lessonbook does not show this type.');
  }
}
