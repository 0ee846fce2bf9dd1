const fromMean = flippers.subtract(202);
