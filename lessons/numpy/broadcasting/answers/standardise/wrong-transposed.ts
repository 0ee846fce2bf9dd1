const scaled = np.stack(
  [0, 1, 2, 3].map(i => {
    const column = measurements.at(':', i);
    return column.subtract(column.mean()).divide(column.std());
  })
);
