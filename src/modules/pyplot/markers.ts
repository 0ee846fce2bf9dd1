import { quoted, ValueError } from './errors';

/** A marker as Vega draws it: a shape's name or a path within a square from -1 to 1. */
export interface MarkerShape {
  shape: string;
  /** Whether the marker is lines alone, without an inside. */
  isOpen: boolean;
  /** How much smaller than the marker's size the shape is. */
  scale: number;
}

const solid = (shape: string, scale = 1): MarkerShape => ({ shape, isOpen: false, scale });
const open = (shape: string): MarkerShape => ({ shape, isOpen: true, scale: 1 });

/** A regular polygon or star with its first corner above. */
function corners(count: number, inner = 1, turn = 0): string {
  const points = Array.from({ length: inner === 1 ? count : 2 * count }, (_, i) => {
    const radius = inner === 1 || i % 2 === 0 ? 1 : inner;
    const angle = (2 * Math.PI * i) / (inner === 1 ? count : 2 * count) + turn;
    return `${(radius * Math.sin(angle)).toFixed(3)},${(-radius * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${points.join('L')}Z`;
}

const SHAPES: Readonly<Record<string, MarkerShape>> = {
  '.': solid('circle', 0.5),
  ',': solid('square', 0.1),
  o: solid('circle'),
  v: solid('M-1,-1L1,-1L0,1Z'),
  '^': solid('M-1,1L1,1L0,-1Z'),
  '<': solid('M1,-1L1,1L-1,0Z'),
  '>': solid('M-1,-1L-1,1L1,0Z'),
  '1': open('M0,0L0,1M0,0L0.8,-0.5M0,0L-0.8,-0.5'),
  '2': open('M0,0L0,-1M0,0L0.8,0.5M0,0L-0.8,0.5'),
  '3': open('M0,0L-1,0M0,0L0.5,-0.8M0,0L0.5,0.8'),
  '4': open('M0,0L1,0M0,0L-0.5,-0.8M0,0L-0.5,0.8'),
  '8': solid(corners(8, 1, Math.PI / 8)),
  s: solid('square'),
  p: solid(corners(5)),
  P: solid('M-0.33,-1H0.33V-0.33H1V0.33H0.33V1H-0.33V0.33H-1V-0.33H-0.33Z'),
  '*': solid(corners(5, 0.382)),
  h: solid(corners(6)),
  H: solid(corners(6, 1, Math.PI / 6)),
  '+': open('M-1,0H1M0,-1V1'),
  x: open('M-1,-1L1,1M-1,1L1,-1'),
  X: solid('M-1,-0.5L-0.5,-1L0,-0.5L0.5,-1L1,-0.5L0.5,0L1,0.5L0.5,1L0,0.5L-0.5,1L-1,0.5L-0.5,0Z'),
  D: solid('M0,-1.414L1.414,0L0,1.414L-1.414,0Z'),
  d: solid('M0,-1.414L0.849,0L0,1.414L-0.849,0Z'),
  '|': open('M0,-1V1'),
  _: open('M-1,0H1')
};

const NONE = ['None', 'none', ' ', ''];

/** Whether a text stands for a marker. */
export const isMarker = (marker: string): boolean => Object.hasOwn(SHAPES, marker);

/** How a marker is drawn; undefined for none. @throws ValueError for an unknown one */
export function markerShape(marker: string): MarkerShape | undefined {
  if (NONE.includes(marker)) return undefined;
  const shape = isMarker(marker) ? SHAPES[marker] : undefined;
  if (!shape) throw new ValueError(`Unrecognized marker style ${quoted(marker)}`);
  return shape;
}
