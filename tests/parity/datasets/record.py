"""Records the irises that scikit-learn has: python record.py OUT.json"""

import json
import sys

import sklearn
from sklearn.datasets import load_iris

iris = load_iris()
recording = {
    "sklearn": sklearn.__version__,
    "columns": iris.feature_names,
    "data": iris.data.tolist(),
    "species": [str(iris.target_names[code]) for code in iris.target],
}
with open(sys.argv[1], "w", encoding="utf-8") as out:
    json.dump(recording, out)
