const filled = np.where(raw.equal(NaN), np.nanmean(raw, 0), raw);
