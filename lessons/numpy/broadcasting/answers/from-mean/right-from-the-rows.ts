const lengths = penguins.map(penguin => penguin.flipperLength ?? NaN);
const total = lengths.reduce((sum, length) => sum + length, 0);
const fromMean = lengths.map(length => length - total / lengths.length);
