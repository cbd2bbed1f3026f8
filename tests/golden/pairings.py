"""Asks Keras what it makes of every pairing of classes, output units, activation and loss: pairings.json.

    KERAS_BACKEND=jax python3 pairings.py > pairings.json

Answers are encoded as Gradus does: integers of shape (n,) for sparse_categorical_crossentropy, the label as a number
of shape (n, 1) for one output, one-hot rows otherwise. Each entry holds Keras's own error message (`refused`), or,
where it trains without one, what the fit left behind: the loss, whether any weight moved, and the accuracy.
"""

import json
import sys

import jax
import keras
import numpy as np

ROWS = 24
LOSSES = (
    "mean_squared_error",
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
)


def answers(labels, classes, units, loss):
    if loss.startswith("sparse"):
        return labels
    if units == 1:
        return labels[:, None].astype("float32")
    return keras.utils.to_categorical(labels, classes)


def ask(classes, units, activation, loss, validation_split=0.0, epochs=300):
    keras.utils.set_random_seed(1)
    labels = np.arange(ROWS) % classes
    centres = np.array([[0.0, 1.2], [-1.04, -0.6], [1.04, -0.6]])
    inputs = (centres[labels] + np.random.default_rng(1).normal(0, 0.1, (ROWS, 2))).astype("float32")
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(units, activation=activation)])
    model.compile(loss=loss, optimizer=keras.optimizers.SGD(0.5), metrics=["accuracy"])
    before = [weight.copy() for weight in model.get_weights()]
    entry = {"classes": classes, "units": units, "activation": activation, "loss": loss}
    if validation_split:
        entry["validation_split"] = validation_split
    try:
        history = model.fit(
            inputs,
            answers(labels, classes, units, loss),
            batch_size=8,
            epochs=epochs,
            shuffle=False,
            validation_split=validation_split,
            verbose=0,
        ).history
    except Exception as error:
        lines = str(error).strip().splitlines()
        return {**entry, "refused": lines[0], "type": type(error).__name__}
    moved = any(not np.array_equal(a, b) for a, b in zip(before, model.get_weights()))
    final = float(history["loss"][-1])
    return {
        **entry,
        "final": round(final, 6) if np.isfinite(final) else "not finite",
        "accuracy": round(float(history["accuracy"][-1]), 4),
        "moved": moved,
    }


entries = [
    ask(classes, units, activation, loss)
    for classes in (2, 3)
    for units in (1, 2, 3)
    for activation in ("linear", "sigmoid", "tanh", "relu", "softmax")
    for loss in LOSSES
]
entries.append(ask(2, 1, "sigmoid", "binary_crossentropy", validation_split=0.99))
json.dump(
    {"keras": keras.__version__, "backend": f"jax {jax.__version__}", "rows": ROWS, "batch_size": 8, "entries": entries},
    sys.stdout,
    indent=1,
)
print()
