import type { Notice } from '../protocol/notices';
import type { Json, MimeBundle } from '../protocol/runtime';

/** Bytes, about, that one output may take. */
export const OUTPUT_LIMIT = 20_000_000;

/** Makes HTML harmless; the page gives it, since it takes a document to parse one. */
export type Sanitize = (html: string) => string;

/** What is left of an output, and what is to be said about the rest. */
export interface Filtered {
  data: MimeBundle;
  notices: Notice[];
}

/** What a cell may show. Every other type is refused, since a renderer for it may run code. */
const PLAIN = new Set(['text/plain', 'image/png', 'image/jpeg', 'image/gif', 'image/webp']);
/** Rows of data are drawn, never followed, so that a column may have any name. */
const ROWS = new Set(['values', 'datasets']);
const VEGA_LITE = 'application/vnd.vegalite.v5+json';

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

type Verdict = { ok: true; value: Json } | { ok: false; reason?: string };

const refuse = (reason: string): Verdict => ({ ok: false, reason });

function filterValue(mimeType: string, value: Json, sanitize: Sanitize | undefined): Verdict {
  if (PLAIN.has(mimeType) && typeof value === 'string') {
    return { ok: true, value };
  }
  switch (mimeType) {
    case 'text/html':
      return sanitize && typeof value === 'string'
        ? { ok: true, value: sanitize(value) }
        : { ok: false };
    case 'application/json':
      return { ok: true, value };
    case VEGA_LITE: {
      const problem = findOutside(value);
      return problem === undefined ? { ok: true, value } : refuse(problem);
    }
    default:
      return refuse('Lessonbook does not show this type.');
  }
}

/** Finds what would make a plot load something, or change how it is embedded. */
function findOutside(spec: Json): string | undefined {
  if (typeof spec !== 'object' || spec === null) {
    return undefined;
  }
  if (Array.isArray(spec)) {
    return firstProblem(spec);
  }
  if ('usermeta' in spec) {
    return 'a plot may not set how it is embedded (usermeta).';
  }
  for (const key of ['url', 'href', 'loader']) {
    if (key in spec) {
      return `a plot may hold its data only in itself, and this one has "${key}".`;
    }
  }
  if (spec.mark === 'image' || (isObject(spec.mark) && spec.mark.type === 'image')) {
    return 'a plot may not load images.';
  }
  return firstProblem(Object.entries(spec).map(([key, value]) => (ROWS.has(key) ? null : value)));
}

function firstProblem(parts: Json[]): string | undefined {
  for (const part of parts) {
    const problem = findOutside(part);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
