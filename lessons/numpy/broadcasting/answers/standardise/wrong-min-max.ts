const scaled = measurements.subtract(low).divide(high.subtract(low));
