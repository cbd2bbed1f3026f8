"""Asks Keras for the values the engine must give: engine.json.

    KERAS_BACKEND=jax python3 engine.py > engine.json

All numbers are float32. The fused losses (sigmoid with binary, softmax with categorical crossentropy) are Keras's with
from_logits=True, as its TensorFlow backend computes them; the unfused ones are from_logits=False, clipped at 1e-7.
Gradients are those of the mean over the rows, by jax.grad.
"""

import functools
import json
import sys

import jax
import jax.numpy as jnp
import keras
import numpy as np

LOSSES = {
    "mean_squared_error": keras.losses.MeanSquaredError,
    "binary_crossentropy": keras.losses.BinaryCrossentropy,
    "categorical_crossentropy": keras.losses.CategoricalCrossentropy,
    "sparse_categorical_crossentropy": keras.losses.SparseCategoricalCrossentropy,
}
PLACES = (-1e4, -88.0, -30.0, -9.5, -3.0, -1.0, -0.3, -1e-3, 0.0, 1e-3, 0.3, 1.0, 3.0, 9.5, 30.0, 88.0, 1e4)
rng = np.random.default_rng(20)


def listed(array):
    """Nested lists of the shortest decimals that read back as the same float32."""
    array = np.asarray(array, dtype="float32")
    return [listed(row) for row in array] if array.ndim else float(str(array))


def one_hot(labels, classes):
    return np.eye(classes, dtype="float32")[labels]


def activations():
    x = np.array(PLACES, dtype="float32")
    rows = np.array([[0, 0, 0], [1, 2, 3], [-5, 0.5, 5], [1e4, 0, -1e4], [-1e4, -1e4, 1e4], [90, 89, -90]], "float32")
    pointwise = ("linear", "sigmoid", "tanh", "relu")
    return {
        "x": listed(x),
        **{name: listed(keras.activations.get(name)(x)) for name in pointwise},
        "rows": listed(rows),
        "softmax": listed(keras.activations.softmax(rows)),
    }


def compared(name, outputs, answers, from_logits):
    extra = {} if name == "mean_squared_error" else {"from_logits": from_logits}
    rows = functools.partial(LOSSES[name](reduction=None, **extra), answers)
    outputs = np.asarray(outputs, dtype="float32")
    return {
        "loss": name,
        "from_logits": from_logits,
        "outputs": listed(outputs),
        "answers": listed(answers),
        "rows": listed(rows(outputs)),
        "gradient": listed(jax.grad(lambda output: jnp.mean(rows(output)))(outputs)),
    }


def losses():
    labels = np.array([0, 1, 2, 1, 0, 2, 0])
    wide = np.vstack([rng.normal(0, 2, (5, 3)), [[1e4, 0, -1e4], [-1e4, 1e4, 0]]])
    shares = rng.uniform(0.05, 0.95, (7, 3))
    shares[5] = [0, 1, 0]
    flags = rng.integers(0, 2, (11, 1)).astype("float32")
    flags[-4:, 0] = [0, 1, 0, 1]
    logits = np.vstack([rng.normal(0, 3, (7, 1)), [[1e4], [1e4], [-1e4], [-1e4]]])
    chances = np.vstack([rng.uniform(0.01, 0.99, (7, 1)), [[0], [0], [1], [1]]])
    mse, bce, cce, scce = LOSSES
    return [
        compared(mse, logits[:7], flags[:7], False),
        compared(mse, wide[:5], one_hot(labels[:5], 3), False),
        compared(bce, logits, flags, True),
        compared(bce, chances, flags, False),
        compared(bce, wide, one_hot(labels, 3), True),
        compared(bce, shares, one_hot(labels, 3), False),
        compared(cce, wide, one_hot(labels, 3), True),
        compared(cce, shares, one_hot(labels, 3), False),
        compared(scce, wide, labels, True),
        compared(scce, shares, labels, False),
    ]


def metrics():
    single = np.array([[0.2], [0.5], [0.7], [0.9], [0.4], [0.50001]], "float32")
    flags = np.array([[0], [1], [1], [0], [1], [1]], "float32")
    several = rng.uniform(0, 1, (9, 3)).astype("float32")
    several[8] = [0.4, 0.4, 0.2]
    labels = np.array([0, 1, 2, 0, 1, 2, 0, 1, 0])

    def mean_of(metric, answers, outputs):
        metric.update_state(answers, outputs)
        return float(metric.result())

    rows = [("one output", single, flags, keras.metrics.BinaryAccuracy())]
    rows.append(("several outputs", several, one_hot(labels, 3), keras.metrics.CategoricalAccuracy()))
    return [
        {
            "case": case,
            "outputs": listed(outputs),
            "answers": listed(answers),
            "accuracy": mean_of(accuracy, answers, outputs),
            "mse": mean_of(keras.metrics.MeanSquaredError(), answers, outputs),
        }
        for case, outputs, answers, accuracy in rows
    ]


class Noted(keras.callbacks.Callback):
    """The weights after 1, 10 and 100 updates."""

    def __init__(self):
        super().__init__()
        self.step, self.weights = 0, {}

    def on_train_batch_end(self, batch, logs=None):
        self.step += 1
        if self.step in (1, 10, 100):
            self.model.jax_state_sync()
            self.weights[self.step] = [listed(weight) for weight in self.model.get_weights()]


def training(hidden, outputs, loss, momentum, rate, rows, batch_size, epochs):
    """A net that ends in logits, its loss from_logits: fused, as the engine has it."""
    keras.utils.set_random_seed(3)
    units, activation = hidden
    model = keras.Sequential(
        [keras.Input((2,)), keras.layers.Dense(units, activation=activation), keras.layers.Dense(outputs)]
    )
    model.compile(
        loss=LOSSES[loss](from_logits=True),
        optimizer=keras.optimizers.SGD(rate, momentum=momentum),
    )
    inputs = rng.normal(0, 1, (rows, 2)).astype("float32")
    labels = (inputs[:, 0] * inputs[:, 1] > 0).astype(int) + (inputs[:, 0] > 0.5) * (outputs > 1)
    start = [rng.normal(0, 0.7, weight.shape).astype("float32") for weight in model.get_weights()]
    model.set_weights(start)
    noted = Noted()
    answers = labels[:, None].astype("float32") if outputs == 1 else labels
    history = model.fit(
        inputs, answers, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0, callbacks=[noted]
    ).history
    return {
        "hidden": {"units": units, "activation": activation},
        "outputs": outputs,
        "loss": loss,
        "learning_rate": rate,
        "momentum": momentum,
        "batch_size": batch_size,
        "inputs": listed(inputs),
        "labels": labels.tolist(),
        "start": [listed(weight) for weight in start],
        "weights": noted.weights,
        "history": [float(value) for value in history["loss"]],
    }


json.dump(
    {
        "keras": keras.__version__,
        "backend": f"jax {jax.__version__}",
        "activations": activations(),
        "losses": losses(),
        "metrics": metrics(),
        "training": [
            training((4, "tanh"), 1, "binary_crossentropy", 0.0, 0.5, rows=10, batch_size=4, epochs=34),
            training((4, "tanh"), 1, "binary_crossentropy", 0.9, 0.1, rows=10, batch_size=4, epochs=34),
            training((8, "relu"), 3, "sparse_categorical_crossentropy", 0.0, 0.1, rows=23, batch_size=8, epochs=34),
            training((8, "relu"), 3, "sparse_categorical_crossentropy", 0.9, 0.05, rows=23, batch_size=8, epochs=34),
        ],
    },
    sys.stdout,
)
print()
