const fromMean = measurements.subtract(measurements.mean(0)).at(':', 2);
