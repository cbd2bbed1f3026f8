"""Writes fit_callbacks.json: what fit() with callbacks comes to in Keras.

Histories, printed lines, files, learning rates and last weights of small models, from given weights, the order kept.
Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/fit_callbacks.py
"""

import json
import re
import warnings
from pathlib import Path

import jax
import keras
import numpy as np
from keras.src.utils import io_utils

L = keras.layers
ROWS, HELD = 18, 7


def numbers(shape, seed):
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    return (((i * i * 31 + i * 7919 + seed * 104729) % 2001) / 1000 - 1).astype(np.float32).reshape(shape)


def short(values):
    return [float(f"{float(v):.7g}") for v in np.asarray(values).ravel()]


def function(start, every, factor):
    return lambda epoch, rate: rate * factor if epoch >= start and (epoch - start) % every == 0 else rate


def make(spec):
    spec = dict(spec)
    if "schedule" in spec:
        spec["schedule"] = function(**spec["schedule"])
    return getattr(keras.callbacks, spec.pop("type"))(**spec)


class Saves(keras.Sequential):
    """A model that notes what it would save."""

    def noted(self, file, weights_only):
        weights = self.get_weights()
        self.files.append([file, weights_only, short(np.concatenate([w.ravel() for w in weights]))])

    def save(self, filepath, overwrite=True):
        self.noted(filepath, False)

    def save_weights(self, filepath, overwrite=True):
        self.noted(filepath, True)


class Rates(keras.callbacks.Callback):
    """The learning rate of each epoch's updates."""

    def __init__(self):
        super().__init__()
        self.rates = []

    def on_train_batch_begin(self, batch, logs=None):
        if batch == 0:
            self.rates.append(float(self.model.optimizer.learning_rate))


def lines_of(printed):
    """Without the time of an epoch and of a step."""
    text = "".join(printed)
    return re.sub(r" - \d+s - \d+(s|ms|us)/(step|epoch)", "", text).removesuffix("\n").split("\n")


def fitted(name, layers, loss, optimizer, metrics, specs, fits, batch=5, classes=1):
    model = Saves([keras.Input((2,))])
    model.files = []
    for kind, config in layers:
        model.add(getattr(L, kind)(**config))
    for index, layer in enumerate(model.layers):
        layer.set_weights([numbers(w.shape, 10 * index + n + 2) if "variance" not in v.name else np.ones_like(w)
                           for n, (w, v) in enumerate(zip(layer.get_weights(), layer.weights))])
    kind, settings = optimizer
    made = {"precision": keras.metrics.Precision, "auc": keras.metrics.AUC, "r2_score": keras.metrics.R2Score}
    model.compile(loss=loss, optimizer=getattr(keras.optimizers, kind)(**settings),
                  metrics=[made[m]() if m in made else m for m in metrics])
    x = numbers((ROWS + HELD, 2), 1)
    noise = numbers((ROWS + HELD,), 9)
    score = x[:, 0] - 0.5 * x[:, 1] + 0.8 * noise
    if classes > 1:
        answers = np.eye(classes, dtype=np.float32)[np.digitize(score, [-0.4, 0.4])]
    elif loss == "mse":
        answers = score[:, None]
    else:
        answers = (score > 0).astype(np.float32)[:, None]
    rates, printed = Rates(), []
    callbacks = [*(make(s) for s in specs), rates]
    io_utils.print_msg = lambda message, line_break=True: printed.append(str(message) + ("\n" if line_break else ""))
    warnings.showwarning = lambda message, category, *_, **__: (
        printed.append(f"UserWarning: {message}\n") if category is UserWarning else None)
    warnings.simplefilter("default")
    runs, epoch = [], 0
    for epochs in fits:
        printed.clear()
        model.files = []
        history = model.fit(x[:ROWS], answers[:ROWS], validation_data=(x[ROWS:], answers[ROWS:]), batch_size=batch,
                            initial_epoch=epoch, epochs=epoch + epochs, shuffle=False, verbose=2, callbacks=callbacks)
        epoch = history.epoch[-1] + 1
        runs.append({
            "epochs": epochs,
            "epoch": epoch,
            "history": {key: short(values) for key, values in history.history.items()},
            "lines": lines_of(printed),
            "files": model.files,
            "weights": [short(w) for w in model.get_weights()],
            "rates": short(rates.rates),
        })
        rates.rates = []
    return {"name": name, "layers": [{"type": k, "config": c} for k, c in layers], "loss": loss, "metrics": metrics,
            "optimizer": {"type": kind, **settings}, "callbacks": specs, "batch": batch, "classes": classes, "runs": runs}


ES, MC, RL, LS, TN = "EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "LearningRateScheduler", "TerminateOnNaN"
BINARY = [("Dense", {"units": 6, "activation": "tanh"}), ("Dense", {"units": 1, "activation": "sigmoid"})]
NORMAL = [("Dense", {"units": 5, "activation": "tanh"}), ("BatchNormalization", {"momentum": 0.8}), ("Dense", {"units": 1, "activation": "sigmoid"})]
THREE = [("Dense", {"units": 5, "activation": "tanh"}), ("Dense", {"units": 3, "activation": "softmax"})]
LINE = [("Dense", {"units": 4, "activation": "tanh"}), ("Dense", {"units": 1})]
BCE, CCE = "binary_crossentropy", "categorical_crossentropy"
SGD, ADAM = ("SGD", {"learning_rate": 0.5, "momentum": 0.8}), ("Adam", {"learning_rate": 0.05})
STOP = {"type": ES, "patience": 3, "restore_best_weights": True, "verbose": 1}
SAVE = {"type": MC, "filepath": "dm_{epoch:02d}_{val_loss:.2f}.keras", "save_best_only": True, "verbose": 1}
LOWER = {"type": RL, "patience": 1, "factor": 0.5, "verbose": 1}


def cases():
    yield fitted("stops and goes back", BINARY, BCE, SGD, ["accuracy"], [STOP], [30])
    yield fitted("goes back after all its epochs", BINARY, BCE, SGD, ["accuracy"], [{**STOP, "patience": 20}], [9])
    yield fitted("stops and stays", BINARY, BCE, ADAM, [], [{"type": ES, "patience": 1, "min_delta": 0.01}], [40])
    yield fitted("goes back, statistics as well", NORMAL, BCE, ("Adam", {"learning_rate": 0.2}), ["accuracy"], [STOP], [30])
    yield fitted("saves what is best", BINARY, BCE, SGD, ["accuracy", "mse"], [SAVE], [8])
    yield fitted("saves by accuracy, weights alone", THREE, CCE, ADAM, ["accuracy"], [
        {**SAVE, "filepath": "{epoch}_{val_accuracy:.3f}.weights.h5", "monitor": "val_accuracy", "save_weights_only": True}], [8], classes=3)
    yield fitted("saves inside of epochs", BINARY, BCE, SGD, ["accuracy", "precision", "auc"], [
        {"type": MC, "filepath": "e{epoch:02d}_b{batch:03d}_{loss:.2f}.keras", "save_freq": 3, "verbose": 1}], [4])
    yield fitted("lowers its rate", LINE, "mse", ("SGD", {"learning_rate": 0.3, "momentum": 0.0}), ["mae", "r2_score"], [LOWER], [12], batch=4)
    yield fitted("changes its rate", LINE, "mse", ("SGD", {"learning_rate": 0.05, "momentum": 0.5}), ["r2_score"], [
        {"type": LS, "schedule": {"start": 2, "every": 2, "factor": 0.5}, "verbose": 1}], [7], batch=4)
    yield fitted("does all at once", BINARY, BCE, ADAM, ["accuracy"], [
        SAVE, {**STOP, "patience": 4}, {**LOWER, "patience": 2}, {"type": LS, "schedule": {"start": 3, "every": 1, "factor": 0.9}, "verbose": 1},
        {"type": TN}], [30])
    yield fitted("goes on with another fit()", BINARY, BCE, SGD, ["accuracy"], [SAVE, STOP, {**LOWER, "patience": 2}], [11, 11, 11])
    yield fitted("watches what is not there", BINARY, BCE, SGD, [], [{"type": ES, "monitor": "val_accuracy", "mode": "max"}], [3])


found = list(cases())
for case in found:
    print(case["name"], [(run["epoch"], len(run["files"])) for run in case["runs"]])
out = {"keras": keras.__version__, "backend": f"jax {jax.__version__}", "rows": ROWS, "held": HELD, "cases": found}
Path(__file__).with_suffix(".json").write_text(json.dumps(out, allow_nan=False, separators=(",", ":")) + "\n")
