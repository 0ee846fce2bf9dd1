const filled = np.where(np.isnan(raw), raw, np.nanmean(raw, 0));
