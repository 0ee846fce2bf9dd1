const scaled = measurements
  .subtract(measurements.mean(0))
  .divide(measurements.std(0))
  .astype('int64');
