const scaled = measurements
  .subtract(measurements.mean(0))
  .divide(measurements.std({ axis: 0, ddof: 1 }));
