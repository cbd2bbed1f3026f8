"""Writes fits.json: what fit() reports of five small models from given weights, the rows in their order, nothing random.

Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/fits.py

Inputs, first weights and numeric answers are not stored: both sides make them by `numbers`. 14 rows are trained on in
batches of 4 (the last one has 2), 6 more are the validation.
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

L = keras.layers
ROWS, LEARNT, BATCH, EPOCHS = 20, 14, 4, 6


def numbers(shape, seed):
    """Numbers in [-1, 1] in steps of 1/1000, the same in any language."""
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    value = (i * i * 31 + i * 7919 + seed * 104729) % 2001
    return (value / 1000 - 1).astype("float32").reshape(shape)


def short(array):
    return [float(f"{value:.7g}") for value in np.asarray(array, "float64").ravel()]


def started(layer, seed):
    """First weights a third of `numbers`; a variance is a square and more than 0."""
    values = []
    for index, variable in enumerate(layer.weights):
        value = numbers(variable.shape, seed + 2 + index) / np.float32(3)
        values.append(value * value + np.float32(0.25) if "variance" in variable.name else value)
    layer.set_weights(values)


def regularized(config):
    config = dict(config)
    if "kernel_regularizer" in config:
        settings = dict(config["kernel_regularizer"])
        config["kernel_regularizer"] = getattr(keras.regularizers, settings.pop("type"))(**settings)
    return config


def fitted(name, shape, layers, loss, optimizer, answers, metrics=("accuracy",), loss_settings=None, schedule=None):
    model = keras.Sequential([keras.Input(shape), *[getattr(L, kind)(**regularized(config)) for kind, config in layers]])
    for index, layer in enumerate(model.layers):
        started(layer, 10 * index)
    settings = dict(optimizer)
    kind = settings.pop("type")
    if schedule:
        given = dict(schedule)
        settings["learning_rate"] = getattr(keras.optimizers.schedules, given.pop("type"))(settings["learning_rate"], **given)
    made = keras.losses.get({"class_name": loss, "config": loss_settings or {}})
    model.compile(getattr(keras.optimizers, kind)(**settings), made, metrics=list(metrics))
    x = numbers((ROWS, *shape), 1)
    learnt, held = slice(0, LEARNT), slice(LEARNT, ROWS)
    history = model.fit(x[learnt], answers[learnt], batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0,
                        validation_data=(x[held], answers[held]), validation_batch_size=ROWS).history
    return {
        "name": name,
        "input": list(shape),
        "layers": [{"type": kind, "config": config} for kind, config in layers],
        "loss": loss,
        "loss_settings": loss_settings or {},
        "optimizer": {**optimizer, **({"schedule": schedule} if schedule else {})},
        "metrics": list(metrics),
        "answers": short(answers),
        "history": {key: short(values) for key, values in history.items()},
        "weights": [short(weight) for layer in model.layers for weight in layer.get_weights()],
    }


def labels(classes):
    return (np.arange(ROWS) * 7 + np.arange(ROWS) // 3) % classes


def models():
    dense = ("Dense", {"units": 5, "activation": "tanh"})
    yield fitted("regression", (3,), [dense, ("Dense", {"units": 1})], "MeanSquaredError",
                 {"type": "Adam", "learning_rate": 0.02}, numbers((ROWS, 1), 2), ("mae", "r2_score"))
    yield fitted("two classes", (2,), [("Dense", {"units": 4, "activation": "gelu"}), ("Dense", {"units": 1, "activation": "sigmoid"})],
                 "BinaryCrossentropy", {"type": "RMSprop", "learning_rate": 0.04, "momentum": 0.5},
                 labels(2).reshape(-1, 1).astype("float32"), ("accuracy", "precision", "recall", "auc"), {"label_smoothing": 0.1})
    yield fitted("three classes as integers", (4,), [dense, ("Dense", {"units": 3, "activation": "softmax"})],
                 "SparseCategoricalCrossentropy", {"type": "Adagrad", "learning_rate": 0.1}, labels(3),
                 schedule={"type": "ExponentialDecay", "decay_steps": 5, "decay_rate": 0.7})
    conv = {"filters": 3, "kernel_size": 3, "padding": "same", "activation": "relu"}
    yield fitted("a conv net", (8, 8, 1), [("Conv2D", conv), ("MaxPooling2D", {"pool_size": 2}), ("Conv2D", {**conv, "filters": 4}),
                 ("AveragePooling2D", {"pool_size": 2}), ("Flatten", {}), ("Dense", {"units": 3, "activation": "softmax"})],
                 "CategoricalCrossentropy", {"type": "AdamW", "learning_rate": 0.005, "weight_decay": 0.01},
                 np.eye(3)[labels(3)].astype("float32"), ("accuracy", "mse"))
    yield fitted("normalized", (5, 5, 2), [("Conv2D", {"filters": 4, "kernel_size": 2, "use_bias": False,
                 "kernel_regularizer": {"type": "L2", "l2": 0.01}}), ("BatchNormalization", {"momentum": 0.7}),
                 ("Activation", {"activation": "leaky_relu"}), ("GlobalAveragePooling2D", {}), ("Dense", {"units": 2})],
                 "Huber", {"type": "SGD", "learning_rate": 0.1, "momentum": 0.9, "nesterov": True, "clipnorm": 1.0},
                 numbers((ROWS, 2), 2), ("mse",), {"delta": 0.5})


Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {"keras": keras.__version__, "backend": f"jax {jax.__version__}", "rows": ROWS, "learnt": LEARNT, "batch_size": BATCH,
         "epochs": EPOCHS, "models": list(models())},
        separators=(",", ":"),
    )
    + "\n"
)
