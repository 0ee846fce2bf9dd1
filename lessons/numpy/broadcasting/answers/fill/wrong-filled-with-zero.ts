const filled = np.where(np.isnan(raw), 0, raw);
