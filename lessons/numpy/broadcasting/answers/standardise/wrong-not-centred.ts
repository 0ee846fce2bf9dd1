const scaled = measurements.divide(measurements.std(0));
