const scaled = measurements.subtract(measurements.mean(0));
