const filled = np.where(np.isnan(raw), np.nanmean(raw.at('0:343'), 0), raw);
