const shares = counts.divide(counts.sum({ axis: 1, keepdims: true })).round(1);
