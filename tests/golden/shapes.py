"""Asks Keras what it says where Dense works on each cell of a picture, and no Flatten comes before: shapes.json.

    KERAS_BACKEND=jax python3 shapes.py > shapes.json

`cells` are the rows and columns that reach the Dense layer; answers are given as Gradus gives them.
"""

import json
import sys

import jax
import keras
import numpy as np

BATCH = 8
LOSSES = (
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
)


def ask(cells, classes, units, loss):
    keras.utils.set_random_seed(1)
    labels = np.arange(2 * BATCH) % classes
    if loss.startswith("sparse"):
        answers = labels
    elif units == 1:
        answers = labels[:, None].astype("float32")
    else:
        answers = keras.utils.to_categorical(labels, classes)
    inputs = np.random.default_rng(1).uniform(0, 1, (2 * BATCH, 2 * cells, 2 * cells, 1)).astype("float32")
    layers = [keras.layers.Conv2D(3, 3, padding="same"), keras.layers.MaxPooling2D(2), keras.layers.Dense(units)]
    model = keras.Sequential([keras.Input((2 * cells, 2 * cells, 1)), *layers])
    model.compile(loss=loss, optimizer="sgd")
    entry = {"cells": cells, "classes": classes, "units": units, "loss": loss}
    try:
        model.fit(inputs, answers, batch_size=BATCH, epochs=1, verbose=0)
    except Exception as error:
        return {**entry, "refused": str(error).strip().splitlines()[0], "type": type(error).__name__}
    return entry


entries = [
    ask(cells, classes, units, loss)
    for cells in (4, 8)
    for classes, units in ((10, 10), (2, 1), (2, 2))
    for loss in LOSSES
]
json.dump(
    {"keras": keras.__version__, "backend": f"jax {jax.__version__}", "batch_size": BATCH, "entries": entries},
    sys.stdout,
    indent=1,
)
print()
