const scaled = measurements
  .subtract(measurements.mean({ axis: 1, keepdims: true }))
  .divide(measurements.std({ axis: 1, keepdims: true }));
