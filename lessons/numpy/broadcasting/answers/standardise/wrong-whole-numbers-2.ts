const scaled = np.round(measurements.subtract(measurements.mean(0)).divide(measurements.std(0)));
