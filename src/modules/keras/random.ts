/** A stream of numbers in [0, 1): xoshiro128** with its state spread from one seed by splitmix32. */
class Stream {
  private readonly state: Uint32Array;

  constructor(seed: number) {
    let z = seed >>> 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      z = (z + 0x9e3779b9) >>> 0;
      let t = z ^ (z >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      return t ^ (t >>> 15);
    });
  }

  next(): number {
    const s = this.state;
    const [a = 0, b = 0, c = 0, d = 0] = s;
    const x = Math.imul(b, 5);
    const drawn = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    s[2] = c ^ a;
    s[3] = d ^ b;
    s[1] = b ^ (s[2] ?? 0);
    s[0] = a ^ (s[3] ?? 0);
    s[2] = (s[2] ?? 0) ^ (b << 9);
    const last = s[3] ?? 0;
    s[3] = (last << 11) | (last >>> 21);
    return drawn / 2 ** 32;
  }
}

let stream = new Stream(Math.floor(Math.random() * 2 ** 32));

/** Everything that is drawn at random from now on follows from the seed. */
export function seedAll(seed: number): void {
  stream = new Stream(seed);
}

/** A seed for what draws by itself; never 0, which stands for none. */
export const nextSeed = (): number => 1 + Math.floor(stream.next() * (2 ** 31 - 2));

/** A source of numbers: of its own for a seed, else the one for all. */
const sourceOf = (seed: number | undefined) => (seed === undefined ? stream : new Stream(seed));

/** Numbers evenly spread in [low, high). */
export function uniform(count: number, low: number, high: number, seed?: number): Float32Array {
  const source = sourceOf(seed);
  return Float32Array.from({ length: count }, () => low + (high - low) * source.next());
}

/** Numbers from a normal distribution; `within` draws those beyond so many deviations again. */
export function normal(
  count: number,
  mean: number,
  deviation: number,
  { seed, within = Infinity }: { seed?: number | undefined; within?: number } = {}
): Float32Array {
  const source = sourceOf(seed);
  const draw = (): number => {
    const radius = Math.sqrt(-2 * Math.log(1 - source.next()));
    const drawn = radius * Math.cos(2 * Math.PI * source.next());
    return Math.abs(drawn) <= within ? drawn : draw();
  };
  return Float32Array.from({ length: count }, () => mean + deviation * draw());
}

/** 0 … count - 1 in a random order. */
export function permutation(count: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(stream.next() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
  return order;
}
