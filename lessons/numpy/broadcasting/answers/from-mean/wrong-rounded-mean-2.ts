const fromMean = flippers.subtract(Math.round(flippers.mean()));
