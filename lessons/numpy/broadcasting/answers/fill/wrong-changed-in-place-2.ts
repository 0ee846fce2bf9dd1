const filled = raw.at(':');
const means = np.nanmean(raw, 0);
for (let i = 0; i < filled.shape[0]!; i++) {
  if (np.isnan(filled.at(i)).any()) filled.set(i, means);
}
