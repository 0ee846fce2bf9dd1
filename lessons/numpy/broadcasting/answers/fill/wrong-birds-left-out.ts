const filled = raw.at(np.isnan(raw).any(1).not());
