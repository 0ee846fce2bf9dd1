const shares = counts.divide(counts.mean({ axis: 1, keepdims: true }));
