const filled = np.where(np.isnan(raw), np.nanmean(raw), raw);
