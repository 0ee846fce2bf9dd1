const shares = counts.divide([[152], [68], [124]]);
