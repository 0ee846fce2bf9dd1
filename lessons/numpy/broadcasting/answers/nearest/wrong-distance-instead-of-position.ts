function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  return np.sqrt(np.square(points.at(':', np.newaxis).subtract(centres)).sum(-1)).min(-1);
}

const predicted = nearest(unit, centres);
const accuracy = predicted.equal(labels).mean();
