const filled = np.where(np.isnan(raw), np.nanmean(raw, 0), raw).astype('int64');
