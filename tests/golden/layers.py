"""Asks Keras for what its layers give: layers.json.

    KERAS_BACKEND=jax python3 layers.py > layers.json

Every case names a layer by its Keras config (data_format channels_last), the shape of the input with the batch, and
whether it trains. Inputs, weights and the slopes that arrive from above are not stored: both sides make them by
`numbers` below. Stored are the output y, and for L = sum(y * g) the gradients by the input and by each weight.
"""

import itertools
import json
import sys

import jax
import jax.numpy as jnp
import keras
import numpy as np

L = keras.layers


def numbers(shape, seed):
    """Numbers in [-1, 1] in steps of 1/1000, the same in any language."""
    i = np.arange(int(np.prod(shape)), dtype=np.int64)
    value = (i * i * 31 + i * 7919 + seed * 104729) % 2001
    return (value / 1000 - 1).astype("float32").reshape(shape)


def short(array):
    return [float(f"{value:.6g}") for value in np.asarray(array, "float64").ravel()]


def started(layer, seed):
    """Weights by `numbers`; a variance is a square and more than 0."""
    values = []
    for index, variable in enumerate(layer.weights):
        value = numbers(variable.shape, seed + 2 + index)
        values.append(value * value + np.float32(0.25) if "variance" in variable.name else value)
    layer.set_weights(values)


def case(kind, config, shape, training=False):
    layer = getattr(L, kind)(**config)
    seed = sum(shape) + len(json.dumps(config))
    layer.build(shape)
    started(layer, seed)
    x = numbers(shape, seed)
    frozen = [variable.value for variable in layer.non_trainable_variables]
    extra = {"training": training} if kind in ("BatchNormalization", "Dropout") else {}

    def call(weights, x):
        return layer.stateless_call(weights, frozen, x, **extra)

    weights = [variable.value for variable in layer.trainable_variables]
    y, after = call(weights, x)
    g = numbers(y.shape, seed + 1)
    dweights, dx = jax.grad(lambda w, x: jnp.sum(call(w, x)[0] * g), argnums=(0, 1))(weights, x)
    found = {
        "type": kind,
        "config": config,
        "input": list(shape),
        "seed": seed,
        "output": list(y.shape),
        "y": short(y),
        "dx": short(dx),
        "dweights": [short(d) for d in dweights],
    }
    if training:
        found["training"] = True
    if kind == "BatchNormalization" and training:
        found["after"] = [short(value) for value in after[-2:]]
    return found


def refused(kind, config, shape):
    try:
        layer = getattr(L, kind)(name="layer", **config)
        layer(keras.Input(shape))
    except ValueError as error:
        # Where a call fails, Keras wraps its message into what the call received.
        message = str(error).split("\x1b[1m")[-1].split("\x1b[0m")[0]
        return {"type": kind, "config": config, "input": list(shape), "message": message}
    return None


def convolutions():
    steps = [(1, 1), (2, 1), ([2, 1], 1), (3, 1), (1, 2), (1, [1, 2])]
    grid = itertools.product(("valid", "same"), steps, (1, 2, 3, [3, 2]), ((5, 5, 2), (6, 4, 1)))
    for number, (padding, (strides, dilation), kernel, size) in enumerate(grid):
        config = {"filters": 2, "kernel_size": kernel, "strides": strides, "padding": padding, "dilation_rate": dilation}
        # Each size comes with one row and with more.
        batch = (1, 2)[(number + number // 2) % 2]
        if refused("Conv2D", config, size) is None:
            yield case("Conv2D", config, (batch, *size))
    for activation, use_bias, padding in itertools.product(("linear", "relu", "sigmoid", "tanh"), (True, False), ("valid", "same")):
        config = {"filters": 3, "kernel_size": 2, "padding": padding, "use_bias": use_bias, "activation": activation}
        yield case("Conv2D", config, (2, 4, 3, 2))
    larger = itertools.product(("valid", "same"), (1, 2, [3, 2]), (1, 3), (4, 5), ((1, 9, 7, 1), (3, 8, 10, 1)))
    for padding, strides, dilation, kernel, shape in larger:
        config = {"filters": 1, "kernel_size": kernel, "strides": strides, "padding": padding, "dilation_rate": dilation}
        if refused("Conv2D", config, shape[1:]) is None:
            yield case("Conv2D", config, shape)
    yield case("Conv2D", {"filters": 5, "kernel_size": 3, "padding": "same"}, (1, 1, 1, 3))
    yield case("Conv2D", {"filters": 2, "kernel_size": [1, 5], "padding": "same", "dilation_rate": [1, 4]}, (2, 3, 4, 3))
    yield case("Conv2D", {"filters": 1, "kernel_size": 5, "padding": "same", "strides": 2}, (3, 7, 8, 1))


def poolings():
    grid = itertools.product((2, 3, [2, 1]), (None, 1, 2, [1, 3]), ("valid", "same"), ((5, 5, 2), (4, 6, 1)))
    for number, (pool, strides, padding, size) in enumerate(grid):
        config = {"pool_size": pool, "strides": strides, "padding": padding}
        batch = (2, 1)[(number + number // 2) % 2]
        yield case("MaxPooling2D", config, (batch, *size))
        yield case("AveragePooling2D", config, (batch, *size))
    for kind, strides, shape in itertools.product(("MaxPooling2D", "AveragePooling2D"), (None, 3, [5, 1]), ((1, 7, 8, 1), (3, 6, 5, 2))):
        for pool in (4, [1, 5]):
            for padding in ("valid", "same"):
                yield case(kind, {"pool_size": pool, "strides": strides, "padding": padding}, shape)
        # A window larger than the picture.
        yield case(kind, {"pool_size": 9, "strides": strides, "padding": "same"}, shape)
    for kind in ("GlobalAveragePooling2D", "GlobalMaxPooling2D"):
        for shape in ((1, 5, 4, 3), (3, 2, 2, 1), (2, 1, 1, 4)):
            yield case(kind, {}, shape)


def others():
    for shape, units, use_bias in itertools.product(((2, 3), (1, 1), (2, 2, 3), (2, 3, 2, 4)), (1, 4), (True, False)):
        for activation in ("linear", "tanh", "softmax") if units > 1 else ("linear", "sigmoid"):
            yield case("Dense", {"units": units, "use_bias": use_bias, "activation": activation}, shape)
    for shape in ((2, 5), (3, 2, 3), (2, 3, 2, 2)):
        yield case("Flatten", {}, shape)
        yield case("Reshape", {"target_shape": [-1]}, shape)
        yield case("Dropout", {"rate": 0.4}, shape)
        yield case("Dropout", {"rate": 0.0}, shape, training=True)
        yield case("Rescaling", {"scale": 1 / 255}, shape)
        yield case("Rescaling", {"scale": 0.5, "offset": -1.0}, shape)
        for activation in ("relu", "sigmoid", "tanh", "softmax"):
            yield case("Activation", {"activation": activation}, shape)
        for training, center, scale in itertools.product((True, False), (True, False), (True, False)):
            yield case("BatchNormalization", {"center": center, "scale": scale}, shape, training)
        yield case("BatchNormalization", {"momentum": 0.7, "epsilon": 0.1}, shape, True)
        yield case("BatchNormalization", {"trainable": False}, shape, True)
    yield case("Reshape", {"target_shape": [3, 4]}, (2, 12))
    yield case("Reshape", {"target_shape": [2, -1, 3]}, (2, 4, 3))


def refusals():
    asked = [
        ("Conv2D", {"filters": 2, "kernel_size": 5}, (4, 4, 1)),
        ("Conv2D", {"filters": 3, "kernel_size": [5, 2], "strides": 2}, (4, 4, 2)),
        ("Conv2D", {"filters": 2, "kernel_size": 3, "dilation_rate": [3, 2]}, (6, 6, 1)),
        ("Conv2D", {"filters": 2, "kernel_size": 3, "strides": 2, "dilation_rate": 2}, (9, 9, 1)),
        ("Conv2D", {"filters": 2, "kernel_size": 3, "strides": [1, 2], "dilation_rate": [2, 1]}, (9, 9, 1)),
        ("Conv2D", {"filters": 2, "kernel_size": 3}, (10,)),
        ("Conv2D", {"filters": 2, "kernel_size": 3}, (10, 10)),
        ("Conv2D", {"filters": 2, "kernel_size": 3}, (2, 4, 4, 1)),
        ("MaxPooling2D", {"pool_size": 5}, (4, 4, 1)),
        ("AveragePooling2D", {"pool_size": [2, 5], "strides": 1}, (4, 4, 3)),
        ("MaxPooling2D", {"pool_size": 2}, (10,)),
        ("AveragePooling2D", {"pool_size": 2}, (3, 10)),
        ("GlobalAveragePooling2D", {}, (10,)),
        ("GlobalMaxPooling2D", {}, (2, 10)),
        ("Conv2D", {"filters": 2, "kernel_size": [1, 7]}, (8, 6, 3)),
        ("Conv2D", {"filters": 1, "kernel_size": 4, "dilation_rate": 3}, (9, 12, 1)),
        ("Conv2D", {"filters": 2, "kernel_size": 3, "padding": "same", "strides": 3, "dilation_rate": [1, 3]}, (9, 9, 1)),
        ("MaxPooling2D", {"pool_size": [4, 1], "strides": [2, 3], "padding": "valid"}, (3, 9, 2)),
        ("BatchNormalization", {}, ()),
        ("BatchNormalization", {"scale": False}, ()),
        ("BatchNormalization", {"scale": False, "center": False}, ()),
        ("Reshape", {"target_shape": [4, -1, 2]}, (2, 3, 2)),
        ("Reshape", {"target_shape": [3, 3]}, (10,)),
        ("Reshape", {"target_shape": [3, -1]}, (2, 5)),
        ("Reshape", {"target_shape": [-1, -1]}, (10,)),
        ("Dense", {"units": 2}, ()),
    ]
    for kind, config, shape in asked:
        found = refused(kind, config, shape)
        assert found, (kind, config, shape)
        yield found


class Noted(keras.callbacks.Callback):
    """The weights after 1 and 10 updates."""

    def __init__(self):
        super().__init__()
        self.step, self.weights = 0, {}

    def on_train_batch_end(self, batch, logs=None):
        self.step += 1
        if self.step in (1, 10):
            self.model.jax_state_sync()
            self.weights[self.step] = [short(w) for layer in self.model.layers for w in layer.get_weights()]


def fitted(name, shape, layers, momentum=0.0):
    """SGD 0.1, batches of 4 of 10 rows, the order kept, mean squared error against two outputs."""
    model = keras.Sequential([keras.Input(shape)])
    for kind, config in layers:
        config = dict(config)
        if "kernel_regularizer" in config:
            regularizer = config.pop("kernel_regularizer")
            settings = {key: value for key, value in regularizer.items() if key != "type"}
            config["kernel_regularizer"] = getattr(keras.regularizers, regularizer["type"])(**settings)
        model.add(getattr(L, kind)(**config))
    for index, layer in enumerate(model.layers):
        started(layer, 10 * index)
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(0.1, momentum=momentum))
    x, answers = numbers((10, *shape), 1), numbers((10, 2), 2)
    noted = Noted()
    history = model.fit(x, answers, batch_size=4, epochs=4, shuffle=False, verbose=0, callbacks=[noted]).history
    return {
        "name": name,
        "input": list(shape),
        "momentum": momentum,
        "layers": [{"type": kind, "config": config} for kind, config in layers],
        "weights": noted.weights,
        "history": short(history["loss"]),
        "evaluated": float(model.evaluate(x, answers, batch_size=10, verbose=0)),
        "predicted": short(model.predict(x, batch_size=10, verbose=0)),
    }


def models():
    conv = ("Conv2D", {"filters": 3, "kernel_size": 3, "padding": "same", "activation": "tanh"})
    pool, flat, last = ("MaxPooling2D", {"pool_size": 2}), ("Flatten", {}), ("Dense", {"units": 2})
    normal = ("BatchNormalization", {"momentum": 0.8})
    l2 = {"kernel_regularizer": {"type": "L2", "l2": 0.03}}
    mixed = {"kernel_regularizer": {"type": "L1L2", "l1": 0.02, "l2": 0.01}}
    l1 = {"kernel_regularizer": {"type": "L1"}}
    yield fitted("a small CNN", (6, 6, 1), [conv, pool, flat, last], 0.9)
    yield fitted("normalized", (5, 5, 2), [conv, normal, pool, flat, last])
    yield fitted("normalized lists", (3,), [("Dense", {"units": 4}), normal, ("Activation", {"activation": "relu"}), last])
    yield fitted("regularized", (5, 5, 1), [(conv[0], {**conv[1], **l2}), ("GlobalAveragePooling2D", {}), (last[0], {**last[1], **mixed})])
    yield fitted("regularized by L1", (3,), [("Dense", {"units": 3, "activation": "tanh", **l1}), last])
    frozen = {"trainable": False}
    yield fitted("frozen below", (5, 5, 1), [(conv[0], {**conv[1], **frozen, **l2}), (normal[0], {**normal[1], **frozen}), pool, flat, last], 0.9)
    yield fitted("frozen on top", (3,), [("Dense", {"units": 4, "activation": "tanh"}), (last[0], {**last[1], **frozen})])


cases = [*convolutions(), *poolings(), *others()]
json.dump(
    {
        "keras": keras.__version__,
        "backend": f"jax {jax.__version__}",
        "cases": cases,
        "refusals": list(refusals()),
        "models": list(models()),
    },
    sys.stdout,
    separators=(",", ":"),
)
print()
print(len(cases), "cases", file=sys.stderr)
