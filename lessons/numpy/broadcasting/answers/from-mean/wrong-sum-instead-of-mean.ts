const fromMean = flippers.subtract(flippers.sum());
