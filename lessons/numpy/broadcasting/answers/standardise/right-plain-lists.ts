const rows = measurements.tolist() as number[][];
const scaled = rows.map(row => row.map(() => 0));
for (let j = 0; j < 4; j++) {
  const column = rows.map(row => row[j] ?? NaN);
  const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
  const variance = column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length;
  rows.forEach((row, i) => {
    scaled[i]![j] = (row[j]! - mean) / Math.sqrt(variance);
  });
}
