const shares = counts.divide(counts.sum());
