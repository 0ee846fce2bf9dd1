const shares = np.divide(counts, counts.sum(1).reshape(-1, 1));
