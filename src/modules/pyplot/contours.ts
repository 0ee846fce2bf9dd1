/** Heights at the nodes of a grid, with the place of each node; rows one after the other. */
export interface Heights {
  rows: number;
  columns: number;
  x: readonly number[];
  y: readonly number[];
  z: readonly number[];
}

type Point = readonly [number, number];

/** A piece of a line, from one named point to another, with what is higher on its left. */
interface Piece {
  from: string;
  to: string;
}

/** Collects pieces and the places of their ends. */
class Pieces {
  readonly places = new Map<string, Point>();
  readonly next = new Map<string, string[]>();
  readonly starts: string[] = [];

  constructor(
    private readonly grid: Heights,
    private readonly level: number
  ) {}

  isHigh(node: number): boolean {
    return (this.grid.z[node] ?? NaN) >= this.level;
  }

  /** Where the level lies between two nodes. */
  crossing(a: number, b: number): string {
    const [low, high] = a < b ? [a, b] : [b, a];
    const name = `${low}-${high}`;
    if (!this.places.has(name)) {
      const { x, y, z } = this.grid;
      const [from = 0, to = 0] = [z[low], z[high]];
      const part = (this.level - from) / (to - from);
      const between = (values: readonly number[]) =>
        (values[low] ?? 0) + part * ((values[high] ?? 0) - (values[low] ?? 0));
      this.places.set(name, [between(x), between(y)]);
    }
    return name;
  }

  node(node: number): string {
    const name = String(node);
    this.places.set(name, [this.grid.x[node] ?? 0, this.grid.y[node] ?? 0]);
    return name;
  }

  add({ from, to }: Piece): void {
    const known = this.next.get(from);
    if (known) known.push(to);
    else this.next.set(from, [to]);
    this.starts.push(from);
  }

  /** Lines from the pieces, those that begin somewhere before those that are closed. */
  lines(): Point[][] {
    const ends = new Set([...this.next.values()].flat());
    const open = this.starts.filter(start => !ends.has(start));
    return [...open, ...this.starts].flatMap(start => {
      const line: Point[] = [];
      let at: string | undefined = start;
      while (at !== undefined) {
        const place = this.places.get(at);
        const to: string | undefined = this.next.get(at)?.pop();
        if (place && (to !== undefined || line.length > 0)) line.push(place);
        at = to;
      }
      return line.length > 1 ? [line] : [];
    });
  }
}

/** The four corners of each cell whose heights are all known, counterclockwise. */
function* cellsOf({
  rows,
  columns,
  z
}: Heights): Generator<readonly [number, number, number, number]> {
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns - 1; column++) {
      const first = row * columns + column;
      const corners = [first, first + 1, first + columns + 1, first + columns] as const;
      if (corners.every(corner => Number.isFinite(z[corner]))) yield corners;
    }
  }
}

/** The pieces of the line of a level through one cell. */
function piecesOf(
  corners: readonly number[],
  pieces: Pieces,
  level: number,
  grid: Heights
): Piece[] {
  // Sides where one goes from low to high, and from high to low, counterclockwise.
  const sides = corners.map((corner, i) => [corner, corners[(i + 1) % 4] ?? corner] as const);
  const up = sides.filter(([a, b]) => !pieces.isHigh(a) && pieces.isHigh(b));
  const down = sides.filter(([a, b]) => pieces.isHigh(a) && !pieces.isHigh(b));
  const name = ([a, b]: readonly [number, number]) => pieces.crossing(a, b);
  if (up.length < 2) return up.map((side, i) => ({ from: name(down[i] ?? side), to: name(side) }));
  // A saddle: the mean height says whether the high corners are joined.
  const mean = corners.reduce((sum, corner) => sum + (grid.z[corner] ?? 0), 0) / 4;
  const order = sides.filter(side => up.includes(side) || down.includes(side));
  return down.map(side => {
    const at = order.indexOf(side);
    const other = order[(at + (mean >= level ? 1 : 3)) % 4] ?? side;
    return { from: name(side), to: name(other) };
  });
}

/** The lines along which the height is a level. */
export function contourLines(grid: Heights, level: number): Point[][] {
  const pieces = new Pieces(grid, level);
  for (const corners of cellsOf(grid)) {
    piecesOf(corners, pieces, level, grid).forEach(piece => pieces.add(piece));
  }
  return pieces.lines();
}

/** Rings around all that is at least as high as a level, counterclockwise, holes the other way. */
export function contourRings(grid: Heights, level: number): Point[][] {
  const pieces = new Pieces(grid, level);
  const sides = new Map<string, readonly [number, number]>();
  for (const corners of cellsOf(grid)) {
    piecesOf(corners, pieces, level, grid).forEach(piece => pieces.add(piece));
    corners.forEach((a, i) => {
      const b = corners[(i + 1) % 4] ?? a;
      // A side between two cells is no edge of the whole.
      if (!sides.delete(`${b}-${a}`)) sides.set(`${a}-${b}`, [a, b]);
    });
  }
  for (const [a, b] of sides.values()) {
    const [first, second] = [pieces.isHigh(a), pieces.isHigh(b)];
    if (!first && !second) continue;
    const from = first ? pieces.node(a) : pieces.crossing(a, b);
    pieces.add({ from, to: second ? pieces.node(b) : pieces.crossing(a, b) });
  }
  return pieces.lines();
}
