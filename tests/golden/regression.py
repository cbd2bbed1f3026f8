"""Asks Keras what it makes of every pairing of a number as answer, output units, activation and loss: regression.json.

    KERAS_BACKEND=jax python3 regression.py > regression.json

Answers are numbers of shape (n, 1), (n,) for sparse_categorical_crossentropy, as Gradus gives them: of a plane between
-1 and 1, and scores between 28 and 100. Each entry holds Keras's own error message (`refused`), or, where it trains
without one, what the fit left behind: whether any weight moved, and `off`, the mean of |ŷ - y| as a share of what
answering with the mean of y everywhere would leave. `warned` holds warnings of Keras. `metrics` holds what each metric
makes of a model that is exactly right in half of the rows and off by 2 in the others; `scales` what comes of inputs
that are far from 1, with and without standardising; `dropout` which weights move where Dropout(1) stands between two
Dense layers.
"""

import json
import sys
import warnings

import jax
import keras
import numpy as np

ROWS = 24
LOSSES = (
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
)
ACTIVATIONS = (
    "linear",
    "sigmoid",
    "tanh",
    "relu",
    "softmax",
    "leaky_relu",
    "elu",
    "selu",
    "gelu",
    "silu",
    "softplus",
    "softsign",
    "hard_sigmoid",
    "exponential",
)
# Any of several outputs stands for all of them.
OF_TWO = ("linear", "sigmoid", "softmax")
METRICS = {
    "accuracy": "accuracy",
    "top_k_categorical_accuracy": "top_k_categorical_accuracy",
    "precision": keras.metrics.Precision,
    "recall": keras.metrics.Recall,
    "f1_score": lambda: keras.metrics.F1Score(threshold=0.5),
    "auc": keras.metrics.AUC,
    "mse": "mse",
    "mae": "mae",
    "r2_score": keras.metrics.R2Score,
}


def plane():
    inputs = np.random.default_rng(1).uniform(-1, 1, (ROWS, 2))
    return inputs, 0.6 * inputs[:, 0] - 0.4 * inputs[:, 1] + 0.1


def scores():
    hours, attendance = np.random.default_rng(1).uniform((0, 40), (10, 100), (ROWS, 2)).T
    inputs = np.stack([hours, attendance], 1)
    return (inputs - inputs.mean(0)) / inputs.std(0), 10 + 4.5 * hours + 0.45 * attendance


DATA = {"plane": (plane, 0.05), "scores": (scores, 0.5)}


def shaped(answers, loss):
    return answers.astype("float32") if loss.startswith("sparse") else answers.astype("float32")[:, None]


def ask(data, units, activation, loss):
    keras.utils.set_random_seed(1)
    make, rate = DATA[data]
    inputs, answers = make()
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(units, activation=activation)])
    model.compile(loss=loss, optimizer=keras.optimizers.Adam(rate))
    before = [weight.copy() for weight in model.get_weights()]
    entry = {"data": data, "units": units, "activation": activation, "loss": loss}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            model.fit(
                inputs.astype("float32"), shaped(answers, loss), batch_size=8, epochs=400, shuffle=False, verbose=0
            )
        except Exception as error:
            return {**entry, "refused": str(error).strip().splitlines()[0], "type": type(error).__name__}
    said = [f"{w.category.__name__}: {w.message}".strip() for w in caught if "keras" in w.filename]
    moved = any(not np.array_equal(a, b) for a, b in zip(before, model.get_weights()))
    error = np.abs(model.predict(inputs, verbose=0) - answers[:, None]).mean()
    constant = np.abs(answers - answers.mean()).mean()
    off = float(error / constant)
    found = {**entry, "moved": moved, "off": round(off, 2) if np.isfinite(off) else "not finite"}
    return {**found, "warned": sorted(set(said))} if said else found


def measure(name):
    """What a metric says to numbers, and what Keras made of its name."""
    answers = np.array([[40.0], [60.0], [80.0], [90.0]], "float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    made = METRICS[name]
    model.compile(loss="mean_squared_error", optimizer="sgd", metrics=[made if isinstance(made, str) else made()])
    model.set_weights([np.array([[1.0]]), np.array([0.0])])
    inputs = answers + np.array([[0.0], [2.0], [0.0], [-2.0]], "float32")
    try:
        values = model.evaluate(inputs, answers, verbose=0, return_dict=True)
        value = [float(np.ravel(v)[0]) for k, v in values.items() if k != "loss"]
    except Exception as error:
        return {"metric": name, "refused": str(error).strip().splitlines()[0], "type": type(error).__name__}
    within = model.metrics[1].metrics[0] if isinstance(made, str) else None
    resolved = getattr(getattr(within, "_fn", None), "__name__", None)
    return {"metric": name, "value": round(value[0], 6), **({"resolved": resolved} if resolved else {})}


def scale(standardized, target, rate):
    """60 epochs of one unit on hours of study and attendance, as they are or standardised."""
    keras.utils.set_random_seed(1)
    hours, attendance = np.random.default_rng(1).uniform((0, 40), (10, 100), (120, 2)).T
    inputs = np.stack([hours, attendance], 1)
    if standardized:
        inputs = (inputs - inputs.mean(0)) / inputs.std(0)
    score = 10 + 4.5 * hours + 0.45 * attendance
    answers = score if target == "score" else score >= 60
    kinds = {"score": (None, "mean_squared_error"), "pass": ("sigmoid", "binary_crossentropy")}
    activation, loss = kinds[target]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation=activation)])
    model.compile(loss=loss, optimizer=keras.optimizers.SGD(rate))
    final = model.fit(inputs, answers[:, None].astype("float32"), batch_size=16, epochs=60, verbose=0).history["loss"][-1]
    entry = {"standardized": standardized, "target": target, "rate": rate}
    return {**entry, "final": round(float(final), 4) if np.isfinite(final) else "not finite"}


def drop():
    keras.utils.set_random_seed(1)
    inputs = np.random.default_rng(1).uniform(-1, 1, (32, 2)).astype("float32")
    layers = [keras.layers.Dense(4, activation="tanh"), keras.layers.Dropout(1.0), keras.layers.Dense(1)]
    model = keras.Sequential([keras.Input((2,)), *layers])
    before = [weight.copy() for weight in model.get_weights()]
    model.compile(loss="mean_squared_error", optimizer=keras.optimizers.SGD(0.1))
    model.fit(inputs, inputs[:, :1], epochs=5, verbose=0)
    return [bool(not np.array_equal(a, b)) for a, b in zip(before, model.get_weights())]


entries = [
    ask(data, units, activation, loss)
    for data in DATA
    for units in (1, 2)
    for activation in (ACTIVATIONS if units == 1 else OF_TWO)
    for loss in LOSSES
]
json.dump(
    {
        "keras": keras.__version__,
        "backend": f"jax {jax.__version__}",
        "rows": ROWS,
        "batch_size": 8,
        "entries": entries,
        "metrics": [measure(name) for name in METRICS],
        "scales": [
            scale(standardized, target, rate)
            for standardized in (False, True)
            for target, rate in (("score", 0.01), ("pass", 0.5))
        ],
        "dropout": drop(),
    },
    sys.stdout,
    indent=1,
    ensure_ascii=False,
)
print()
