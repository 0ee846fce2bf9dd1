/**
 * A matrix in row-major order whose shorter side is made of vectors of length 1 at right angles to
 * each other, by Gram and Schmidt's way over drawn numbers.
 */
export function orthonormal(
  rows: number,
  columns: number,
  draw: (count: number) => Float32Array
): Float32Array {
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  const drawn = draw(count * length);
  const vectors: Float64Array[] = [];
  for (let i = 0; i < count; i++) {
    const vector = Float64Array.from(drawn.subarray(i * length, (i + 1) * length));
    // Once more, since rounding leaves a little of the others in a vector.
    for (const other of [...vectors, ...vectors]) {
      const along = other.reduce((sum, value, k) => sum + value * (vector[k] ?? 0), 0);
      other.forEach((value, k) => (vector[k] = (vector[k] ?? 0) - along * value));
    }
    const size = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    vectors.push(vector.map(value => value / size));
  }
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    return (rows <= columns ? vectors[row]?.[column] : vectors[column]?.[row]) ?? 0;
  });
}
