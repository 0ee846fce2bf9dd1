function nearest(points: np.NDArray, centres: np.NDArray): number[] {
  const all = centres.tolist() as number[][];
  return (points.tolist() as number[][]).map(point => {
    let best = 0;
    let smallest = Infinity;
    all.forEach((centre, k) => {
      const distance = Math.hypot(...point.map((x, i) => x - centre[i]!));
      if (distance < smallest) [best, smallest] = [k, distance];
    });
    return best;
  });
}

const predicted = nearest(unit, centres);
let hits = 0;
predicted.forEach((k, i) => {
  if (k === labels.item(i)) hits++;
});
const accuracy = hits / predicted.length;
