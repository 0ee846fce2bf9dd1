function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  const differences = points.at(':', np.newaxis).subtract(centres);
  return np.square(differences).sum(-1).argmin(-1);
}

const predicted = labels;
const accuracy = nearest(unit, centres).equal(labels).mean();
