const filled = raw.copy();
for (let column = 0; column < 3; column++) {
  const values = filled.at(':', column);
  values.set(np.isnan(values), np.nanmean(values));
}
