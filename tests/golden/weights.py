"""Writes weights.json: losses and metrics of weighted rows, the settings of metrics, fit() with class_weight, what
"accuracy" becomes, and what validation_split refuses, as Keras computes and says it.

Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/weights.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras
import numpy as np

random = np.random.default_rng(20240731)
ROWS = 7


def rounded(value):
    return None if np.isnan(value) else float(f"{float(value):.8g}")


def listed(array):
    return [rounded(v) for v in np.ravel(np.asarray(array, "float32"))]


def table(array):
    return [listed(row) for row in np.asarray(array)]


def drawn(rows, low=0.0):
    """Weights of rows: some are 0, some 1, the rest anything."""
    weights = random.uniform(low, 4, rows)
    weights[random.integers(0, rows)] = 0
    weights[random.integers(0, rows)] = 1
    return weights.astype("float32")


LOSSES = {
    "mean_squared_error": keras.losses.MeanSquaredError,
    "mean_absolute_error": keras.losses.MeanAbsoluteError,
    "huber": keras.losses.Huber,
    "binary_crossentropy": keras.losses.BinaryCrossentropy,
    "categorical_crossentropy": keras.losses.CategoricalCrossentropy,
    "sparse_categorical_crossentropy": keras.losses.SparseCategoricalCrossentropy,
}


def one_hot(rows, width):
    return np.eye(width)[random.integers(0, width, rows)]


def loss(name, settings, outputs, answers, weights):
    """The loss of a batch and its gradient by the outputs."""
    made = LOSSES[name](**settings)
    outputs = jnp.array(outputs, "float32")
    given = jnp.array(np.argmax(answers, 1) if name.startswith("sparse") else answers)
    value, slope = jax.value_and_grad(lambda p: made(given, p, weights))(outputs)
    return {
        "loss": name,
        "settings": settings,
        "outputs": table(outputs),
        "answers": table(answers),
        "weights": None if weights is None else listed(weights),
        "value": rounded(value),
        "gradient": table(slope),
    }


def losses():
    for weights in (None, drawn(ROWS), np.zeros(ROWS, "float32")):
        for width in (1, 2, 5):
            numbers, errors = random.normal(size=(ROWS, width)), 3 * random.normal(size=(ROWS, width))
            for name, settings in (("mean_squared_error", {}), ("mean_absolute_error", {}), ("huber", {}), ("huber", {"delta": 0.4})):
                yield loss(name, settings, numbers + errors, numbers, weights)
            bits = random.integers(0, 2, (ROWS, width)).astype(float)
            yield loss("binary_crossentropy", {}, random.uniform(0.02, 0.98, (ROWS, width)), bits, weights)
            logits = 4 * random.normal(size=(ROWS, width))
            yield loss("binary_crossentropy", {"from_logits": True, "label_smoothing": 0.1}, logits, bits, weights)
        for width in (2, 3, 7):
            answers, shares = one_hot(ROWS, width), random.dirichlet([1] * width, ROWS)
            logits = 4 * random.normal(size=(ROWS, width))
            for name in ("categorical_crossentropy", "sparse_categorical_crossentropy"):
                yield loss(name, {}, shares, answers, weights)
                yield loss(name, {"from_logits": True}, logits, answers, weights)
            yield loss("categorical_crossentropy", {"label_smoothing": 0.2}, shares, answers, weights)


def metric(name, width, settings, sparse):
    k = keras.metrics
    if name == "accuracy":
        return (k.BinaryAccuracy if width == 1 else k.SparseCategoricalAccuracy if sparse else k.CategoricalAccuracy)()
    if name == "top_k_categorical_accuracy":
        return (k.SparseTopKCategoricalAccuracy if sparse else k.TopKCategoricalAccuracy)(**settings)
    if name == "f1_score":
        return k.F1Score(average="macro", **({"threshold": 0.5 if width == 1 else None} | settings))
    return {
        "mse": k.MeanSquaredError,
        "mae": k.MeanAbsoluteError,
        "precision": k.Precision,
        "recall": k.Recall,
        "auc": k.AUC,
        "r2_score": k.R2Score,
    }[name](**settings)


NAMES = ["accuracy", "mse", "mae", "precision", "recall", "f1_score", "auc", "top_k_categorical_accuracy", "r2_score"]
SETTINGS = {
    "precision": [{"thresholds": t} for t in (0.0, 0.3, 0.7, 1.0)],
    "recall": [{"thresholds": t} for t in (0.0, 0.3, 0.7, 1.0)],
    "f1_score": [{"threshold": t} for t in (0.2, 0.5, 1.0)],
    "top_k_categorical_accuracy": [{"k": k} for k in (1, 2, 3, 12)],
}


def metrics():
    """Each case is shown to the metric in two batches."""
    numbers = random.normal(size=(30, 1))
    cases = {
        "one output": (random.uniform(0, 1, (30, 1)), random.integers(0, 2, (30, 1)).astype(float)),
        "one number": (numbers + 0.5 * random.normal(size=(30, 1)), numbers),
        "two classes": (random.dirichlet([1, 1], 30), one_hot(30, 2)),
        "three classes": (random.dirichlet([0.5] * 3, 30), one_hot(30, 3)),
        "ten classes": (random.dirichlet([0.4] * 10, 40), one_hot(40, 10)),
    }
    for case, (outputs, answers) in cases.items():
        outputs, answers = outputs.astype("float32"), answers.astype("float32")
        rows, width = outputs.shape
        results = []
        for weighted, weights in (("no", None), ("yes", drawn(rows)), ("zeros", np.zeros(rows, "float32"))):
            for name in NAMES:
                if name.startswith("top_k") and width == 1:
                    continue
                for settings in [{}, *SETTINGS.get(name, [])]:
                    made = metric(name, width, settings, False)
                    for part in (slice(0, 12), slice(12, rows)):
                        made.update_state(answers[part], outputs[part], None if weights is None else weights[part])
                    results.append({"name": name, "settings": settings, "weighted": weighted, "value": rounded(float(made.result()))})
            if weighted == "yes":
                own = weights
        yield {"case": case, "outputs": table(outputs), "answers": table(answers), "weights": listed(own), "results": results}


def strange():
    """Integer answers of which some name a class that has no output."""
    for width in (2, 3):
        outputs, labels = random.dirichlet([1] * width, 20).astype("float32"), np.arange(20) % (width + 2)
        results = []
        for name, settings in (("accuracy", {}), *(("top_k_categorical_accuracy", {"k": k}) for k in (1, 2, 3, 5))):
            made = metric(name, width, settings, True)
            made.update_state(labels, outputs)
            results.append({"name": name, "settings": settings, "value": rounded(float(made.result()))})
        yield {"outputs": table(outputs), "labels": labels.tolist(), "results": results}


def fits():
    """fit() from given weights, without shuffling, the last batch ragged: what the history says, and the weights."""
    plans = [
        ("binary_crossentropy", 1, "sigmoid", {"class_weight": {0: 0.25, 1: 3.0}}, 0.2, 0.0),
        ("mean_squared_error", 1, "sigmoid", {"class_weight": {1: 0.0}}, 0.0, 0.0),
        ("sparse_categorical_crossentropy", 3, "softmax", {"class_weight": {0: 2.0, 2: 0.5}}, 0.25, 0.01),
        ("categorical_crossentropy", 3, "softmax", {"class_weight": {0: 5.0, 1: 1.0, 2: 0.0}}, 0.2, 0.0),
        ("huber", 1, "linear", {"sample_weight": True}, 0.0, 0.0),
    ]
    for name, units, activation, how, split, l2 in plans:
        rows, classes = 23, max(2, units)
        labels = random.integers(0, classes, rows)
        inputs = (random.normal(size=(rows, 2)) + labels[:, None]).astype("float32")
        answers = labels if name.startswith("sparse") else np.eye(units)[labels] if units > 1 else labels[:, None].astype("float32")
        regularizer = keras.regularizers.L2(l2) if l2 else None
        model = keras.Sequential(
            [
                keras.Input((2,)),
                keras.layers.Dense(3, activation="tanh", kernel_regularizer=regularizer),
                keras.layers.Dense(units, activation=activation),
            ]
        )
        start = [random.uniform(-1, 1, w.shape).astype("float32") for w in model.get_weights()]
        model.set_weights(start)
        model.compile(keras.optimizers.SGD(0.1), name, metrics=["accuracy"])
        weights = drawn(rows) if "sample_weight" in how else None
        given = {"sample_weight": weights} if weights is not None else how
        history = model.fit(
            inputs, answers, batch_size=4, epochs=6, shuffle=False, validation_split=split, verbose=0, **given
        ).history
        yield {
            "loss": name,
            "units": units,
            "activation": activation,
            "l2": l2,
            "learning_rate": 0.1,
            "batch_size": 4,
            "validation_split": split,
            "class_weight": {str(c): w for c, w in how["class_weight"].items()} if weights is None else None,
            "sample_weight": None if weights is None else listed(weights),
            "inputs": table(inputs),
            "labels": labels.tolist(),
            "start": [listed(w) for w in start],
            "weights": [listed(w) for w in model.get_weights()],
            "history": {key: [rounded(v) for v in values] for key, values in history.items()},
        }


def resolved():
    """What compile() and fit() make of metrics=["accuracy"], for every loss and width of output."""
    for name in LOSSES:
        for units in (1, 2, 3):
            if name.startswith("sparse"):
                answers = np.arange(8) % max(2, units)
            else:
                answers = np.zeros((8, 1)) if units == 1 else np.eye(units)[np.arange(8) % units]
            made = keras.src.trainers.compile_utils.get_metric("accuracy", answers, np.zeros((8, units)))
            entry = {"loss": name, "units": units, "accuracy": keras.utils.serialize_keras_object(made)["class_name"]}
            yield entry


def directions():
    """Which way is better, by Keras's own metrics as fit() makes them of their names."""
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
    names = [name for name in NAMES if name != "f1_score"]
    model.compile("sgd", "categorical_crossentropy", metrics=[*names, keras.metrics.F1Score("macro", name="f1_score")])
    model.fit(np.zeros((6, 2)), np.eye(3)[np.arange(6) % 3], verbose=0)
    for metrics_list in model.metrics:
        for made in getattr(metrics_list, "metrics", []):
            direction = getattr(made, "_direction", None)
            yield {"name": made.name, "direction": {"up": "max", "down": "min"}.get(direction)}


def refused():
    """What fit() says to a validation_split that leaves one side empty."""
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    for rows, split in ((40, 0.99), (4, 0.9), (40, 1e-17), (4, 1e-20), (3, 1e-16), (1, 0.2), (1, 0.5), (40, 1e-16), (2, 0.05)):
        says = None
        try:
            model.fit(np.zeros((rows, 2)), np.zeros((rows, 1)), validation_split=split, verbose=0)
        except ValueError as error:
            says = f"ValueError: {error}"
        yield {"rows": rows, "validation_split": split, "says": says}


Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "keras": keras.__version__,
            "backend": f"jax {jax.__version__}",
            "losses": list(losses()),
            "metrics": list(metrics()),
            "strange": list(strange()),
            "fits": list(fits()),
            "resolved": list(resolved()),
            "directions": list(directions()),
            "refused": list(refused()),
        },
        separators=(",", ":"),
    )
    + "\n"
)
