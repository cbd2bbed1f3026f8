"""Writes callbacks.json: what Keras's callbacks do on given histories, moment by moment.

A case is a list of callbacks, called through keras.callbacks.CallbackList on a model that only takes notes. What they
do is noted in its order: lines printed, warnings, files saved, rates set, values added to the log, weights kept and
restored, the stop, the error.
Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/callbacks.py
"""

import inspect
import json
import math
import os
import warnings
from pathlib import Path

from callbacks_cases import ES, H, LS, MC, RL, TN, cases

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
from keras.src.utils import io_utils

warnings.simplefilter("always")
METRICS = {"accuracy": "accuracy", "mse": "mse", "mae": "mae", "precision": keras.metrics.Precision(name="precision"),
           "recall": keras.metrics.Recall(name="recall"), "f1_score": keras.metrics.F1Score(name="f1_score"),
           "auc": keras.metrics.AUC(name="auc"), "r2_score": keras.metrics.R2Score(name="r2_score"),
           "top_k_categorical_accuracy": "top_k_categorical_accuracy"}


class Rate(keras.optimizers.SGD):
    """Notes when a callback sets the rate."""

    note = None

    @property
    def learning_rate(self):
        return keras.optimizers.SGD.learning_rate.fget(self)

    @learning_rate.setter
    def learning_rate(self, rate):
        if self.note is not None:
            self.note(["rate", float(rate)])
        keras.optimizers.SGD.learning_rate.fset(self, rate)


class Stub:
    """A model of which callbacks see their part: metrics, optimizer, weights named by the epoch they are of."""

    def __init__(self, metrics, rate, notes):
        built = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, activation="softmax")])
        built.compile(loss="categorical_crossentropy", metrics=[METRICS[m] for m in metrics])
        built.evaluate(np.eye(2, dtype="float32"), np.eye(2, dtype="float32"), verbose=0)
        self.metrics = built.metrics
        self.optimizer = Rate(learning_rate=rate)
        # A function: Keras would copy a list.
        self.optimizer.note = notes.append
        self.notes = notes
        self.epoch = None
        self._stop = False

    @property
    def stop_training(self):
        return self._stop

    @stop_training.setter
    def stop_training(self, stop):
        self._stop = stop
        self.notes.append(["stop"])

    def get_weights(self):
        self.notes.append(["keep", self.epoch])
        return self.epoch

    def set_weights(self, epoch):
        self.notes.append(["restore", epoch])

    def save(self, file, overwrite):
        self.notes.append(["save", file, False])

    def save_weights(self, file, overwrite):
        self.notes.append(["save", file, True])


def function(start, every, factor):
    return lambda epoch, rate: rate * factor if epoch >= start and (epoch - start) % every == 0 else rate


def make(spec):
    spec = dict(spec)
    kind = getattr(keras.callbacks, spec.pop("type"))
    if "schedule" in spec:
        spec["schedule"] = function(**spec["schedule"])
    path = spec.get("filepath", "")
    if path.endswith(".hdf5"):
        # Keras 2 took this ending; Keras 3 still fills it in when it is set behind the constructor's back.
        made = kind(**{**spec, "filepath": "x.weights.h5" if spec.get("save_weights_only") else "x.keras"})
        made.filepath = path
        return made
    return kind(**spec)


class Last(keras.callbacks.Callback):
    """Stands where History stands, behind all others, and sees the log as they leave it."""

    def __init__(self):
        super().__init__()
        self.logs = {}

    def on_epoch_end(self, epoch, logs=None):
        self.logs = dict(logs)


def plain(x):
    return x if not isinstance(x, float) or math.isfinite(x) else str(np.float64(x)).replace("nan", "NaN").replace("inf", "Infinity")


def run(specs, history, metrics, rate, batches):
    """Moments with their notes, as fit() goes through them: [at, epoch, batch, notes]."""
    notes, moments = [], []
    model = Stub(metrics, rate, notes)
    last = Last()
    made = [*(make(s) for s in specs), last]
    listed = keras.callbacks.CallbackList(made, add_history=False, add_progbar=False, model=model, epochs=len(history))
    model._stop = False
    io_utils.print_msg = lambda message, line_break=True: notes.append(["say", str(message)])

    def call(at, epoch, batch, do, logs=None):
        notes.clear()
        last.logs = {}
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.showwarning = lambda message, category, *_, **__: (
                notes.append(["warn", str(message)]) if category is UserWarning else None)
            try:
                do()
                failed = False
            except (KeyError, RuntimeError, TypeError, ValueError) as e:
                notes.append(["fail", type(e).__name__, e.args[0]])
                failed = True
        added = {k: v for k, v in last.logs.items() if k not in logs}
        if notes or added:
            moments.append([at, epoch, batch, [[plain(x) for x in note] for note in notes], *([added] if added else [])])
        return not failed

    call("trainBegin", None, None, listed.on_train_begin)
    for epoch, row in enumerate(history):
        model.epoch = epoch
        logs = dict(row)
        losses = logs.pop("losses", None) or [logs["loss"]] * batches
        if not call("epochBegin", epoch, None, lambda: listed.on_epoch_begin(epoch)):
            return moments
        for batch, loss in enumerate(losses):
            seen = {k: v for k, v in {**logs, "loss": loss}.items() if not k.startswith("val_")}
            if not call("batchEnd", epoch, batch, lambda: listed.on_train_batch_end(batch, seen)):
                return moments
            if model._stop:
                break
        if not call("epochEnd", epoch, None, lambda: listed.on_epoch_end(epoch, logs), logs):
            return moments
        if model._stop:
            break
    call("trainEnd", None, None, listed.on_train_end)
    return moments


CASES = cases(METRICS)
for c in CASES:
    history = H[c["history"]] if isinstance(c["history"], str) else c["history"]
    c["moments"] = run(c["specs"], history, c["metrics"], c["rate"], c["batches"])

REFUSED = []
for path, weights in [("a.hdf5", False), ("a.hdf5", True), ("a.h5", True), ("a.keras", True), ("a", False), ("a.ckpt", False),
                      ("dm_{epoch:02d}.hdf5", False), ("a.keras", False), ("a.h5", False), ("a.weights.h5", True), ("a.weights.h5", False)]:
    try:
        keras.callbacks.ModelCheckpoint(path, save_weights_only=weights)
        REFUSED.append([path, weights, None])
    except ValueError as e:
        REFUSED.append([path, weights, str(e)])
scheduled = keras.optimizers.SGD(keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5))
try:
    scheduled.learning_rate = 0.1
except TypeError as e:
    SCHEDULED = str(e)


def default(p):
    return "required" if p.default is inspect.Parameter.empty else p.default


SIGNATURES = {name: {k: default(p) for k, p in inspect.signature(getattr(keras.callbacks, name).__init__).parameters.items()
                     if k != "self" and p.kind != inspect.Parameter.VAR_KEYWORD} for name in [ES, MC, RL, LS, TN]}
FORMATTED = [[x, "repr", repr(x)] for x in [0.1, 1.0, 1e-05, 0.0001, 1e16, 123456789012345.6, 5e-324, 1.5e300, -0.0, 0.0, 1e15, 9999999999999998.0]]
FORMATTED += [[x, p, f"{x:.{p}f}"] for x in [0.125, 0.375, 2.5, 1.005, -0.0, -0.001, 1e22, 5e-324, 0.99999, 1e300 / 3, 3.0] for p in [0, 1, 2, 5, 20]]

told = {name: [{k: plain(v) if k != "losses" else [plain(x) for x in v] for k, v in row.items()} for row in h] for name, h in H.items()}
out = {"keras": keras.__version__, "backend": "jax", "jax": jax.__version__, "histories": told, "cases": CASES,
       "refused": REFUSED, "scheduled": SCHEDULED, "signatures": SIGNATURES, "formatted": FORMATTED}
text = json.dumps(out, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
Path(__file__).with_suffix(".json").write_text(text + "\n")
print(len(CASES), "cases,", sum(len(c["moments"]) for c in CASES), "moments,", len(text), "bytes")
