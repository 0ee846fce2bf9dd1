const shares = counts.divide(counts.sum(0));
