const fromMean = flippers.subtract(measurements.mean());
