const fromMean = flippers.subtract(201);
