const shares = (counts.tolist() as number[][]).map(row => {
  const total = row.reduce((sum, n) => sum + n, 0);
  return row.map(n => n / total);
});
