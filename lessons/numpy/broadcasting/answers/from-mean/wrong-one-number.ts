const fromMean = flippers.mean();
