const fromMean = flippers.subtract(200.91520467836258);
