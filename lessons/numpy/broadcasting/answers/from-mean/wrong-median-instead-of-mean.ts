const fromMean = flippers.subtract(np.median(flippers));
