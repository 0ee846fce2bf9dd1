import {
  add,
  advance,
  atLeast,
  constant,
  encodeModule,
  four,
  get,
  multiply,
  one,
  repeatWhile,
  set,
  subtract,
  when,
  type Code,
  type Func,
  type Lanes,
  type ValueType
} from './encode';

/** Rows of the product that are computed at once: as many as registers hold with eight columns. */
const MOST_ROWS = 5;

/** The kernels; all addresses and steps are in bytes. */
export interface WasmKernels {
  /** Columns of a product of matrices, eight at once. */
  multiply8: Multiply;
  multiply4: Multiply;
  multiply1: Multiply;
  /** Lays eight columns out one beside the other, row after row. */
  pack8: Pack;
  pack4: Pack;
  /** Copies `runs` runs of `length` floats, each `from` and `to` so many bytes after the last. */
  copyRuns(
    from: number,
    fromStep: number,
    to: number,
    toStep: number,
    length: number,
    runs: number
  ): void;
}

/**
 * result[r, c] = start[r, c] + Σ left[r, k] × right[k, c], for `rows` rows and all `depth` of k.
 * @param leftStep from one k to the next, as `rightStep`
 */
type Multiply = (
  left: number,
  leftRow: number,
  leftStep: number,
  right: number,
  rightStep: number,
  result: number,
  resultRow: number,
  start: number,
  startRow: number,
  depth: number,
  rows: number
) => void;

type Pack = (from: number, fromRow: number, fromColumn: number, to: number, rows: number) => void;

/**
 * Compiles the kernels over a memory, with the best instructions that this engine knows: relaxed
 * SIMD multiplies and adds at once, which is nearly twice as fast.
 */
export function compileKernels(memory: WebAssembly.Memory): WasmKernels {
  const shared = !(memory.buffer instanceof ArrayBuffer);
  const encoded = [four(true), four(false), one].map(lanes => encodeKernels(lanes, shared));
  const bytes = encoded.find(bytes => WebAssembly.validate(bytes)) as (typeof encoded)[number];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  return exports as unknown as WasmKernels;
}

/** The module of the kernels, with the elements by `lanes`. */
export function encodeKernels(lanes: Lanes, shared: boolean): Uint8Array<ArrayBuffer> {
  return encodeModule(
    {
      multiply8: multiplyFunction(lanes, 8),
      multiply4: multiplyFunction(lanes, 4),
      multiply1: multiplyFunction(one, 1),
      pack8: packFunction(8),
      pack4: packFunction(4),
      copyRuns: copyFunction(lanes)
    },
    shared
  );
}

function multiplyFunction(lanes: Lanes, width: number): Func {
  const vectors = width / lanes.count;
  const bytes = 4 * lanes.count;
  const [
    left,
    leftRow,
    leftStep,
    right,
    rightStep,
    result,
    resultRow,
    start,
    startRow,
    depth,
    rows
  ] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  const locals: ValueType[] = [];
  const local = (type: ValueType): number => 11 + locals.push(type) - 1;
  const places = Array.from({ length: MOST_ROWS }, () => local('i32'));
  const [place, k] = [local('i32'), local('i32')];
  const sums = Array.from({ length: MOST_ROWS * vectors }, () => local(lanes.type));
  const columns = Array.from({ length: vectors }, () => local(lanes.type));
  const element = local(lanes.type);

  const sum = (row: number, vector: number) => sums[row * vectors + vector] as number;
  /** For each row and vector, while a place goes from row to row. */
  const eachRow = (
    count: number,
    from: number,
    step: number,
    visit: (row: number, vector: number) => Code
  ): Code => [
    ...set(place, get(from)),
    ...range(count).flatMap(row => [
      ...range(vectors).flatMap(vector => visit(row, vector)),
      ...advance(place, get(step))
    ])
  ];

  const tile = (count: number): Code => [
    ...eachRow(count, start, startRow, (row, vector) =>
      set(sum(row, vector), lanes.load(get(place), vector * bytes))
    ),
    ...set(places[0] as number, get(left)),
    ...range(count - 1).flatMap(row =>
      set(places[row + 1] as number, add(get(places[row] as number), get(leftRow)))
    ),
    ...set(place, get(right)),
    ...set(k, get(depth)),
    ...repeatWhile(
      [
        ...columns.flatMap((column, vector) => set(column, lanes.load(get(place), vector * bytes))),
        ...advance(place, get(rightStep)),
        ...range(count).flatMap(row => [
          ...set(element, lanes.spread(get(places[row] as number), 0)),
          ...advance(places[row] as number, get(leftStep)),
          ...columns.flatMap((column, vector) =>
            set(
              sum(row, vector),
              lanes.multiplyAdd(get(element), get(column), get(sum(row, vector)))
            )
          )
        ]),
        ...advance(k, constant(-1))
      ],
      get(k)
    ),
    ...eachRow(count, result, resultRow, (row, vector) =>
      lanes.store(get(place), vector * bytes, get(sum(row, vector)))
    ),
    ...[left, result, start].flatMap((address, index) =>
      advance(
        address,
        multiply(get([leftRow, resultRow, startRow][index] as number), constant(count))
      )
    ),
    ...set(rows, subtract(get(rows), constant(count)))
  ];

  const body = [
    ...when(
      atLeast(get(rows), constant(MOST_ROWS)),
      repeatWhile(tile(MOST_ROWS), atLeast(get(rows), constant(MOST_ROWS)))
    ),
    ...range(MOST_ROWS - 1)
      .reverse()
      .flatMap(fewer => when(atLeast(get(rows), constant(fewer + 1)), tile(fewer + 1)))
  ];
  return { parameters: 11, locals, body };
}

function packFunction(width: number): Func {
  const [from, fromRow, fromColumn, to, rows, place] = [0, 1, 2, 3, 4, 5] as const;
  const body = repeatWhile(
    [
      ...set(place, get(from)),
      ...range(width).flatMap(column => [
        ...one.store(get(to), column * 4, one.load(get(place), 0)),
        ...advance(place, get(fromColumn))
      ]),
      ...advance(from, get(fromRow)),
      ...advance(to, constant(width * 4)),
      ...advance(rows, constant(-1))
    ],
    get(rows)
  );
  return { parameters: 5, locals: ['i32'], body };
}

function copyFunction(lanes: Lanes): Func {
  const [from, fromStep, to, toStep, length, runs, read, write, left] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8
  ] as const;
  const copy = (by: Lanes): Code => {
    const count = constant(by.count);
    const bytes = constant(4 * by.count);
    const enough = atLeast(get(left), count);
    return when(
      enough,
      repeatWhile(
        [
          ...by.store(get(write), 0, by.load(get(read), 0)),
          ...advance(read, bytes),
          ...advance(write, bytes),
          ...set(left, subtract(get(left), count))
        ],
        enough
      )
    );
  };
  const body = repeatWhile(
    [
      ...set(read, get(from)),
      ...set(write, get(to)),
      ...set(left, get(length)),
      ...copy(lanes),
      ...copy(one),
      ...advance(from, get(fromStep)),
      ...advance(to, get(toStep)),
      ...advance(runs, constant(-1))
    ],
    get(runs)
  );
  return { parameters: 6, locals: ['i32', 'i32', 'i32'], body };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
