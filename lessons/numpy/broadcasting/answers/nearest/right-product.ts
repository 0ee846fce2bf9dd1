function nearest(points: np.NDArray, centres: np.NDArray): np.NDArray {
  // |p − c|² = |p|² − 2 p·c + |c|², and |p|² is the same for all centres.
  const products = points.matmul(centres.T).multiply(2);
  return np.square(centres).sum(1).subtract(products).argmin(1);
}

const predicted = nearest(unit, centres);
const accuracy = 1 - np.countNonzero(predicted.subtract(labels)) / labels.size;
