const shares = counts.divide(counts.sum({ axis: 0, keepdims: true }));
