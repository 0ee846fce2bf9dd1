const fromMean = np.subtract(flippers, np.mean(flippers));
