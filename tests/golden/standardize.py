"""Inputs made of x₁ and x₂, and standardised, by NumPy: standardize.json.

    python3 standardize.py > standardize.json

As scikit-learn's StandardScaler: the mean and the standard deviation (divided by n) of the rows trained on, here the
first six, are used for all rows.
"""

import json
import sys

import numpy as np

PLACES = np.array([[-1.5, 2], [0.25, -0.75], [3, 0.5], [-2.25, -4], [0, 1], [1.75, 6.5], [-0.5, 3.5], [90, -7]])
TRAINED = 6

first, second = PLACES.T
made = np.stack([first, second, first**2, second**2, first * second, np.sin(first), np.sin(second)], 1)
means, deviations = made[:TRAINED].mean(0), made[:TRAINED].std(0)
json.dump(
    {
        "numpy": np.__version__,
        "trained": TRAINED,
        "places": PLACES.tolist(),
        "made": made.tolist(),
        "means": means.tolist(),
        "deviations": deviations.tolist(),
        "standardized": ((made - means) / deviations).tolist(),
    },
    sys.stdout,
)
print()
