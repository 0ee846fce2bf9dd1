import type { Layer } from '../artists/artist';

/**
 * The style of what is black on white paper. It has no colour in a spec, so that a page with a dark
 * theme can give it one of its own; elsewhere it is black.
 */
export const INK = 'ink';
/** The style of what has the colour of the paper. */
export const PAPER = 'paper';

/** What marks and axes look like where nothing else is said. */
export const config = {
  mark: { color: 'black' },
  rect: { color: 'white' },
  axis: {
    tickColor: 'black',
    labelFlush: false,
    labelOverlap: false,
    labelBound: false,
    domain: false
  },
  view: { stroke: null, fill: null },
  concat: { spacing: 24 }
};

/** Black text and black lines in the style that follows the page. */
export function withInk(layer: Layer): Layer {
  const { mark } = layer as { mark: Layer };
  const { fill, stroke, ...rest } = mark;
  switch (mark.type) {
    case 'text':
      return fill === '#000000' ? { ...layer, mark: { ...rest, style: INK } } : layer;
    case 'line':
    case 'rule':
      return stroke === '#000000' && fill === undefined
        ? { ...layer, mark: { ...rest, style: INK } }
        : layer;
    case 'point':
      return stroke === '#000000' && fill === 'transparent'
        ? { ...layer, mark: { ...rest, fill, style: INK } }
        : layer;
    default:
      return layer;
  }
}
