const fromMean = flippers.divide(flippers.mean());
