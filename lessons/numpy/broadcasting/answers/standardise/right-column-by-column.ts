const columns = [0, 1, 2, 3].map(i => {
  const column = measurements.at(':', i);
  return column.subtract(column.mean()).divide(column.std());
});
const scaled = np.stack(columns).T;
