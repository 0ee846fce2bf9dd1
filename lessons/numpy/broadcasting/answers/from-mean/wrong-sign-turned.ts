const fromMean = np.subtract(flippers.mean(), flippers);
