const totals = counts.sum(1);
const shares = counts.divide(totals.at(':', np.newaxis));
