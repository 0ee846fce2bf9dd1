import { OutputArea } from '@jupyterlab/outputarea';
import { MimeModel, type IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import type { ITranslator } from '@jupyterlab/translation';
import { filterValue, isShown, VEGA_LITE, type Sanitize, type Verdict } from '../kernel/filter';
import { wordNotice, type Translate } from '../kernel/words';
import type { Json } from '../protocol/runtime';
import { PlotRenderer } from './plot';
import { noAddresses } from './plot-options';
import { safeTypesetter } from './typeset';

/** How outputs are made harmless. */
export interface GuardOptions {
  /** Whether the outputs are a TypeScript kernel's; all others are shown as ever. */
  guards(): boolean;
  sanitize: Sanitize;
  translate: Translate;
  /** For what JupyterLab's own renderers say. */
  translator?: ITranslator;
}

/** What JupyterLab calls the text that a cell printed. */
const STREAMS = ['application/vnd.jupyter.stdout', 'application/vnd.jupyter.stderr'];

/**
 * Filters outputs when they are shown, since a stranger's notebook brings outputs that no kernel
 * of ours has sent. It lays itself over the two methods by which JupyterLab shows an output, of
 * one notebook's registry only: what other extensions add to it later passes through here too, and
 * text cells, which have a copy of their own, are untouched.
 */
export function guardOutputs(registry: IRenderMimeRegistry, options: GuardOptions): void {
  const preferredMimeType = registry.preferredMimeType.bind(registry);
  const createRenderer = registry.createRenderer.bind(registry);
  const { sanitizer, markdownParser, latexTypesetter } = registry;
  guardContents(registry, options);

  registry.preferredMimeType = (bundle, safe) => {
    if (!options.guards()) {
      return preferredMimeType(bundle, safe);
    }
    const known = registry.mimeTypes.filter(type => type in bundle);
    // What is refused altogether is named in its place.
    return known.find(type => judge(type, bundle).ok) ?? Object.keys(bundle)[0];
  };

  registry.createRenderer = mimeType => {
    const shown = STREAMS.includes(mimeType) || isShown(mimeType);
    const factory = registry.getFactory(shown ? mimeType : 'text/plain');
    if (!options.guards() || !factory) {
      return createRenderer(mimeType);
    }
    const { linkHandler, resolver } = registry;
    const renderer = factory.createRenderer({
      mimeType,
      linkHandler,
      markdownParser,
      resolver: mimeType === VEGA_LITE ? noAddresses : resolver,
      // What prints text escapes it before it asks for sanitising, and needs its own colours.
      sanitizer: mimeType === 'text/html' ? { sanitize: options.sanitize } : sanitizer,
      latexTypesetter: latexTypesetter && safeTypesetter(latexTypesetter),
      translator: options.translator
    });
    const renderModel = renderer.renderModel.bind(renderer);
    const plot = mimeType === VEGA_LITE ? new PlotRenderer(renderer, renderModel) : undefined;
    renderer.renderModel = async model => {
      const verdict = judge(mimeType, model.data);
      if (!verdict.ok || OutputArea.isIsolated(mimeType, model.metadata as OutputMetadata)) {
        const reason = (!verdict.ok && verdict.reason) || 'Lessonbook does not show it like this.';
        const pre = document.createElement('pre');
        pre.textContent = wordNotice({ id: 'outputRefused', mimeType, reason }, options.translate);
        renderer.node.replaceChildren(pre);
        return;
      }
      await (plot?.draw(verdict.value, model) ?? renderModel(harmless(mimeType, verdict.value)));
    };
    return renderer;
  };
}

/**
 * The table of contents looks for headings in outputs, past what shows them: it gets our
 * sanitiser, and no headings of Markdown, which is not shown. Text cells keep JupyterLab's.
 */
function guardContents(registry: IRenderMimeRegistry, { guards, sanitize }: GuardOptions): void {
  const { sanitizer, markdownParser } = registry;
  const clone = registry.clone.bind(registry);
  const noHeadings = markdownParser && {
    render: (source: string) => markdownParser.render(source),
    getHeadingTokens: () => Promise.resolve([])
  };
  Object.defineProperties(registry, {
    sanitizer: { get: () => (guards() ? { sanitize } : sanitizer) },
    markdownParser: { get: () => (guards() ? noHeadings : markdownParser) }
  });
  registry.clone = (changes = {}) =>
    clone({ sanitizer, markdownParser: markdownParser ?? undefined, ...changes });
}

/** Whether an output may be shown; its HTML is sanitised by the renderer, as it stands. */
function judge(mimeType: string, data: IRenderMime.IMimeModel['data']): Verdict {
  const value = joined(mimeType, (data[mimeType] ?? null) as Json);
  return STREAMS.includes(mimeType)
    ? { ok: true, value }
    : filterValue(mimeType, value, html => html);
}

/** A notebook file may hold a text as its lines. */
function joined(mimeType: string, value: Json): Json {
  const lines = !mimeType.endsWith('json') && Array.isArray(value);
  return lines ? value.join('') : value;
}

type OutputMetadata = Parameters<typeof OutputArea.isIsolated>[1];

/** The value without metadata, which could change how it is shown. */
function harmless(mimeType: string, value: Json): MimeModel {
  return new MimeModel({
    data: { [mimeType]: value },
    // JupyterLab draws an SVG only where it is trusted, and then as an image.
    trusted: mimeType === 'image/svg+xml'
  });
}
