const filled = np.where(
  np.isnan(raw),
  [43.92192982, 17.15116959, 200.91520468, 4201.75438596],
  raw
);
