const birds = measurements.at('0:341');
const scaled = measurements.subtract(birds.mean(0)).divide(birds.std(0));
