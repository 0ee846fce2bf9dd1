const fromMean = flippers.subtract(flippers.at('0:341').mean());
