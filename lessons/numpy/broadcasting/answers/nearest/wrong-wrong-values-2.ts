function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  const differences = points.at(':', np.newaxis).subtract(centres);
  return np.square(differences).sum(-1).argmin(-1);
}

const predicted = nearest(unit, centres);
const accuracy = 0.95;
