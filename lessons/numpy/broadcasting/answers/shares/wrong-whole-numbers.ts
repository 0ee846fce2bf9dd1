const shares = counts.floorDivide(counts.sum({ axis: 1, keepdims: true }));
