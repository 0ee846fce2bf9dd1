const nearest = (points: np.NDArray, centres: np.NDArray) =>
  np.sqrt(np.sum(np.power(np.expandDims(points, 1).subtract(centres), 2), 2)).argmin(1);

const predicted = nearest(unit, centres);
const accuracy = predicted.equal(labels).mean();
