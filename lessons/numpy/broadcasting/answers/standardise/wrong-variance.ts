const scaled = measurements.subtract(measurements.mean(0)).divide(measurements.var(0));
