function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  return np.square(points.at(':', np.newaxis).subtract(centres)).sum(-1).argmin(0);
}

const predicted = nearest(unit, centres);
const accuracy = 0;
