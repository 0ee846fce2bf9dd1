const filled = raw;
for (let column = 0; column < 4; column++) {
  const values = filled.at(':', column);
  values.set(np.isnan(values), np.nanmean(values));
}
