const filled = np.where(np.isnan(raw), raw.mean(0), raw);
