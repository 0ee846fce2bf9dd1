const across = measurements.T;
const options = { axis: 1, keepdims: true };
const scaled = across.subtract(across.mean(options)).divide(across.std(options)).T;
