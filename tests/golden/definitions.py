"""Writes definitions.json: activations, losses and metrics beyond those of the first lessons, as Keras computes them.

Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/definitions.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
import numpy as np

random = np.random.default_rng(20240608)

NAMES = ["leaky_relu", "elu", "selu", "gelu", "silu", "softplus", "softsign", "hard_sigmoid", "exponential"]
POINTS = [-1e4, -100, -20, -8, -5, -3.5, -2.5, -1, -0.5, -0.1, -1e-3, 1e-3, 0.1, 0.5, 0.75, 1, 2, 2.5, 3.5, 5, 8, 20, 80]


def listed(array):
    return [float(f"{float(v):.9g}") for v in np.ravel(array)]


def activation(name):
    f = keras.activations.get(name)
    x = jnp.array(POINTS, "float32")
    return {"name": name, "x": POINTS, "y": listed(f(x)), "slope": listed(jax.vmap(jax.grad(lambda v: f(v)))(x))}


def loss(name, settings, outputs, answers):
    """Values a row and the gradient of their mean. Answers are rows as wide as the outputs; labels for the sparse loss."""
    made = keras.losses.get({"class_name": CLASSES[name], "config": {**settings, "reduction": None}})
    outputs = jnp.array(outputs, "float32")
    given = jnp.array(np.argmax(answers, 1) if name.startswith("sparse") else answers)
    rows = made(given, outputs)
    slope = jax.grad(lambda p: jnp.mean(made(given, p)))(outputs)
    return {
        "loss": name,
        "settings": settings,
        "outputs": [listed(row) for row in outputs],
        "answers": [listed(row) for row in answers],
        "rows": listed(rows),
        "gradient": [listed(row) for row in slope],
    }


CLASSES = {
    "mean_squared_error": "MeanSquaredError",
    "mean_absolute_error": "MeanAbsoluteError",
    "huber": "Huber",
    "binary_crossentropy": "BinaryCrossentropy",
    "categorical_crossentropy": "CategoricalCrossentropy",
    "sparse_categorical_crossentropy": "SparseCategoricalCrossentropy",
}


def one_hot(rows, width):
    return np.eye(width)[random.integers(0, width, rows)]


def losses():
    for width in (1, 3):
        numbers, errors = random.normal(size=(6, width)), 3 * random.normal(size=(6, width))
        yield loss("mean_absolute_error", {}, numbers + errors, numbers)
        yield loss("mean_squared_error", {}, numbers + errors, numbers)
        for delta in (0.3, 1.0, 2.5):
            yield loss("huber", {"delta": delta}, numbers + errors, numbers)
        bits = random.integers(0, 2, (6, width)).astype(float)
        for smoothing in (0.0, 0.1, 0.5, 1.0):
            chances = random.uniform(0.02, 0.98, (6, width))
            yield loss("binary_crossentropy", {"label_smoothing": smoothing}, chances, bits)
            logits = np.concatenate([4 * random.normal(size=(4, width)), [[-1e4] * width, [1e4] * width]])
            yield loss("binary_crossentropy", {"label_smoothing": smoothing, "from_logits": True}, logits, bits)
    for width in (2, 3, 7):
        answers = one_hot(6, width)
        logits = np.concatenate([4 * random.normal(size=(4, width)), 1e4 * random.normal(size=(2, width)).round(1)])
        shares = random.uniform(0.05, 1, (6, width))
        for smoothing in (0.0, 0.1, 0.5):
            settings = {"label_smoothing": smoothing}
            yield loss("categorical_crossentropy", settings, shares, answers)
            yield loss("categorical_crossentropy", {**settings, "from_logits": True}, logits, answers)
        yield loss("sparse_categorical_crossentropy", {}, shares / shares.sum(1, keepdims=True), answers)
        yield loss("sparse_categorical_crossentropy", {"from_logits": True}, logits, answers)


def metric(name, units):
    made = {
        "precision": keras.metrics.Precision,
        "recall": keras.metrics.Recall,
        "auc": keras.metrics.AUC,
        "r2_score": keras.metrics.R2Score,
        "mse": keras.metrics.MeanSquaredError,
        "mae": keras.metrics.MeanAbsoluteError,
        "accuracy": keras.metrics.BinaryAccuracy if units == 1 else keras.metrics.CategoricalAccuracy,
        "top_k_categorical_accuracy": keras.metrics.TopKCategoricalAccuracy,
        "f1_score": lambda: keras.metrics.F1Score(average="macro", threshold=0.5 if units == 1 else None),
    }
    return made[name]()


def metrics():
    names = ["accuracy", "mse", "mae", "precision", "recall", "f1_score", "auc", "top_k_categorical_accuracy", "r2_score"]
    sets = {
        "one output": (random.uniform(0, 1, (40, 1)), random.integers(0, 2, (40, 1)).astype(float)),
        "on the thresholds": ((random.integers(0, 200, (60, 1)) / 199), random.integers(0, 2, (60, 1)).astype(float)),
        "nothing is yes": (random.uniform(0, 0.4, (9, 1)), np.array([[i % 2] for i in range(9)], float)),
        "outside of 0 and 1": (2 * random.normal(size=(30, 1)), random.integers(0, 2, (30, 1)).astype(float)),
        "all right": (np.array([[0.1], [0.9], [0.2], [0.8]]), np.array([[0.0], [1], [0], [1]])),
        "all wrong": (np.array([[0.9], [0.1], [0.8], [0.2]]), np.array([[0.0], [1], [0], [1]])),
        "one row": (np.array([[0.7]]), np.array([[1.0]])),
        "three classes": (random.dirichlet([1, 1, 1], 40), one_hot(40, 3)),
        "three sure classes": (random.dirichlet([0.1, 0.1, 0.1], 40), one_hot(40, 3)),
        "ten classes": (random.dirichlet([0.4] * 10, 50), one_hot(50, 10)),
        "ties": (np.array([[0.25] * 4, [0.5, 0.5, 0, 0], [0.0] * 4, [0.1, 0.4, 0.4, 0.1]]), np.eye(4)[[1, 0, 2, 2]]),
    }
    for case, (outputs, answers) in sets.items():
        outputs, answers = outputs.astype("float32"), answers.astype("float32")
        width = outputs.shape[1]
        values = {}
        for name in names:
            # one output has no class to look for
            if name.startswith("top_k") and width == 1:
                continue
            made = metric(name, width)
            made.update_state(answers, outputs)
            value = float(made.result())
            values[name] = None if np.isnan(value) else float(f"{value:.9g}")
        yield {
            "case": case,
            "outputs": [listed(row) for row in outputs],
            "answers": [listed(row) for row in answers],
            "values": values,
        }


def resolved():
    """What compile() makes of metrics=["accuracy"]."""
    for answers, target, width in (("number", (8, 1), 1), ("integer", (8,), 3), ("one-hot", (8, 3), 3)):
        made = keras.src.trainers.compile_utils.get_metric("accuracy", np.zeros(target), np.zeros((8, width)))
        yield {"answers": answers, "metric": keras.utils.serialize_keras_object(made)["class_name"]}


def refused():
    """What fit() says to a metric that integer answers cannot be given to: 3 classes, 8 rows."""
    for name in ("mse", "mae", "precision", "recall", "f1_score", "auc", "r2_score"):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
        model.compile("sgd", "sparse_categorical_crossentropy", metrics=[name])
        try:
            model.fit(np.zeros((8, 2)), np.arange(8) % 3, batch_size=8, verbose=0)
        except Exception as error:  # whatever it is, it is quoted
            yield {"metric": name, "says": f"{type(error).__name__}: {error}"}


def mismatched():
    """What fit() says to a loss of regression whose answers are wider than the outputs."""
    for name in ("mean_squared_error", "mean_absolute_error", "huber"):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2)])
        model.compile("sgd", name)
        try:
            model.fit(np.zeros((8, 2)), np.zeros((8, 3)), batch_size=8, verbose=0)
        except Exception as error:
            yield {"loss": name, "says": f"{type(error).__name__}: {error}"}


Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "keras": keras.__version__,
            "backend": f"jax {jax.__version__}",
            "activations": [activation(name) for name in NAMES],
            "losses": list(losses()),
            "metrics": list(metrics()),
            "resolved": list(resolved()),
            "refused": list(refused()),
            "mismatched": list(mismatched()),
        },
        separators=(",", ":"),
    )
    + "\n"
)
