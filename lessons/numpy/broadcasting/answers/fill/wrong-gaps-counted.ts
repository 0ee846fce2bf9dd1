const filled = np.where(np.isnan(raw), np.where(np.isnan(raw), 0, raw).mean(0), raw);
