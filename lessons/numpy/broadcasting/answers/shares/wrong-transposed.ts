const shares = counts.T.divide(counts.sum(1));
