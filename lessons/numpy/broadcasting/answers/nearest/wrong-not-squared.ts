function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  return points.at(':', np.newaxis).subtract(centres).sum(-1).argmin(-1);
}

const predicted = nearest(unit, centres);
const accuracy = predicted.equal(labels).mean();
