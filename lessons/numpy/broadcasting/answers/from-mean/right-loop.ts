const mean = flippers.sum() / flippers.size;
const fromMean: number[] = [];
for (const flipper of flippers) {
  fromMean.push(flipper - mean);
}
