const scaled = measurements.subtract(measurements.mean()).divide(measurements.std());
