const gaps = np.isnan(raw);
const zeros = np.where(gaps, 0, raw);
const filled = zeros.add(gaps.multiply(zeros.sum(0).divide(gaps.not().sum(0))));
