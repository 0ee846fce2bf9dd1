import type { MimeBundle } from '../../protocol/runtime';
import { tableHtml, type HtmlCell } from './html';
import type { Formatter } from './registry';

type Shape = (number | null)[];

interface LayerLike {
  name: string;
  /** One shape, or several; throws where the layer has not been called yet. */
  readonly outputShape: Shape | Shape[];
  getClassName(): string;
  countParams(): number;
}

/** What is asked of a tfjs-layers model. */
interface ModelLike {
  name: string;
  layers: LayerLike[];
  countParams(): number;
  getClassName(): string;
  summary(lineLength?: number, positions?: number[], print?: (line: string) => void): void;
}

function isModel(value: unknown): value is ModelLike {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'layers' in value &&
    Array.isArray(value.layers) &&
    'summary' in value &&
    typeof value.summary === 'function' &&
    'countParams' in value &&
    typeof value.countParams === 'function'
  );
}

/** `null` stands for an axis whose length depends on the batch. */
function shapeText(layer: LayerLike): string {
  const one = (shape: Shape) => `[${shape.map(length => length ?? 'null').join(', ')}]`;
  try {
    const shape = layer.outputShape;
    return Array.isArray(shape[0]) ? (shape as Shape[]).map(one).join(', ') : one(shape as Shape);
  } catch {
    return 'multiple';
  }
}

const grouped = (count: number) => count.toLocaleString('en');

const headerOf = (model: ModelLike) => `${model.getClassName()} ${model.name}`;

/** The parameters of a model, counted; undefined while it does not know its input shape. */
function countParams(model: ModelLike): number | undefined {
  try {
    return model.countParams();
  } catch {
    return undefined;
  }
}

function summaryText(model: ModelLike): string {
  const lines: string[] = [];
  try {
    model.summary(undefined, undefined, line => lines.push(line));
  } catch {
    return `${headerOf(model)}: not built yet, add a layer with an inputShape first.`;
  }
  return lines.join('\n');
}

/** Keras-style models of TensorFlow.js: their layers with shapes and parameters. */
export const modelFormatter: Formatter<ModelLike> = {
  matches: isModel,
  render(model): MimeBundle {
    const text = summaryText(model);
    const params = countParams(model);
    if (params === undefined) return { 'text/plain': text };
    const number = (count: number): HtmlCell => ({ text: grouped(count), class: 'lb-number' });
    const html = tableHtml({
      class: 'lb-model',
      caption: `${headerOf(model)} · ${grouped(params)} parameters`,
      head: [
        { text: 'Layer (type)' },
        { text: 'Output shape' },
        { text: 'Parameters', class: 'lb-number' }
      ],
      rows: model.layers.map(layer => [
        { text: `${layer.name} (${layer.getClassName()})` },
        { text: shapeText(layer) },
        number(layer.countParams())
      ]),
      rowHeaders: true
    });
    return { 'text/plain': text, 'text/html': html };
  },
  text: summaryText,
  label: headerOf
};
