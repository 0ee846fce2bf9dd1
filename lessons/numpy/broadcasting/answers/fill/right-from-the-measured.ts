const known = np.isnan(raw).not();
const filled = np.where(known, raw, measurements.mean(0));
