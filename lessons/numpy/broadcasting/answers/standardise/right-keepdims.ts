const axis = { axis: 0, keepdims: true };
const scaled = np.divide(
  np.subtract(measurements, np.mean(measurements, axis)),
  np.std(measurements, axis)
);
