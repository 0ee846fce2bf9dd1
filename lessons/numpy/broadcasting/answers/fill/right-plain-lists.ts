const means = np.nanmean(raw, 0).tolist() as number[];
const filled = (raw.tolist() as number[][]).map(row =>
  row.map((value, column) => (Number.isNaN(value) ? (means[column] ?? NaN) : value))
);
