function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  const distances = [...centres].map(centre => np.square(points.subtract(centre)).sum(1));
  return np.stack(distances).argmin(0);
}

const predicted = nearest(unit, centres);
const accuracy = predicted.equal(labels).mean();
