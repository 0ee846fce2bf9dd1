const fromMean = flippers.subtract(flippers.mean()).astype('int64');
