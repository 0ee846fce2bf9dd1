import type { MimeBundle } from '../../protocol/runtime';
import { canvasFormatter, pixelsFormatter } from './image';
import { inspect } from './inspect';
import { modelFormatter } from './model';
import { numpyFormatter } from './numpy';
import { findFormatter, registerFormatter } from './registry';
import { richFormatter } from './rich';
import { columnsFormatter, rowsFormatter } from './table';
import { tensorFormatter } from './tensor';
import { typedArrayFormatter } from './typedArray';
import { vegaLiteFormatter } from './vegalite';

export { inspect } from './inspect';
export { formatLog } from './log';
export { formatTable } from './table';
export { html, image, latex, markdown } from './rich';
export { registerFormatter, type Formatter } from './registry';

registerFormatter(typedArrayFormatter);
registerFormatter(rowsFormatter);
registerFormatter(columnsFormatter);
registerFormatter(vegaLiteFormatter);
registerFormatter(pixelsFormatter);
registerFormatter(canvasFormatter);
registerFormatter(modelFormatter);
registerFormatter(tensorFormatter);
registerFormatter(numpyFormatter);
registerFormatter(richFormatter);

/** What a value is in a few words, as its shape and dtype, where its kind has such words. */
export function labelOf(value: unknown): string | undefined {
  const formatter = findFormatter(value, 'label');
  try {
    return formatter?.label?.(value);
  } catch {
    return undefined;
  }
}

/**
 * A value in all the MIME types it can be shown in. `undefined` has none: nothing is shown. A
 * formatter that fails leaves the value's plain text.
 */
export function render(value: unknown): MimeBundle | Promise<MimeBundle> {
  if (value === undefined) return {};
  const plain = (): MimeBundle => ({ 'text/plain': inspect(value) });
  const formatter = findFormatter(value);
  if (!formatter) return plain();
  try {
    const bundle = formatter.render(value);
    return bundle instanceof Promise ? bundle.then(withHtml).catch(plain) : withHtml(bundle);
  } catch {
    return plain();
  }
}

/** Markdown gets its HTML here, since a page shows none that it cannot sanitise. */
function withHtml(bundle: MimeBundle): MimeBundle | Promise<MimeBundle> {
  const { 'text/markdown': source } = bundle;
  if (typeof source !== 'string' || 'text/html' in bundle) return bundle;
  return import('./markdown').then(({ markdownHtml }) => ({
    ...bundle,
    'text/html': markdownHtml(source)
  }));
}
