"""Asks Keras for the shapes and parameters of chains of layers on pictures: networks.json.

    KERAS_BACKEND=jax python3 networks.py > networks.json

Every chain is built with layers' own names, one after another on keras.Input. Stored are the picture, the layers by their
config, and of each layer the output without the batch and its parameters; of a chain that Keras refuses, what it says at
the layer that comes after those. What a network of a course has is gone through in order, the rest is thrown with dice.
"""

import itertools
import json
import random
import sys

import jax
import keras

SIDES = ((28, 28, 1), (8, 8, 1), (14, 14, 3), (5, 5, 2), (27, 19, 1), (6, 9, 4), (1, 7, 2), (3, 3, 1), (32, 32, 3), (11, 4, 1))
POOLS = ("MaxPooling2D", "AveragePooling2D")
OWN_NAMES = {
    "Conv2D": "conv2d",
    "MaxPooling2D": "max_pooling2d",
    "AveragePooling2D": "average_pooling2d",
    "GlobalAveragePooling2D": "global_average_pooling2d",
    "Flatten": "flatten",
    "Dense": "dense",
}


def asked(picture, layers):
    tensor = keras.Input(picture)
    outputs, parameters = [], []
    for kind, config in layers:
        try:
            layer = getattr(keras.layers, kind)(name=OWN_NAMES[kind], **config)
            tensor = layer(tensor)
        except ValueError as error:
            # Where a call fails, Keras wraps its message into what the call received.
            message = str(error).split("\x1b[1m")[-1].split("\x1b[0m")[0]
            return {"input": picture, "layers": layers, "outputs": outputs, "parameters": parameters, "refused": message}
        outputs.append(list(tensor.shape[1:]))
        parameters.append(layer.count_params())
    return {"input": picture, "layers": layers, "outputs": outputs, "parameters": parameters}


def conv(filters, kernel, padding="valid", strides=1, dilation=1, use_bias=True):
    config = {"filters": filters, "kernel_size": kernel, "padding": padding, "strides": strides, "dilation_rate": dilation}
    return ["Conv2D", config if use_bias else {**config, "use_bias": False}]


def pool(kind, size, strides=None, padding="valid"):
    return [kind, {"pool_size": size, "strides": strides, "padding": padding}]


FLATTEN = ["Flatten", {}]
GLOBAL = ["GlobalAveragePooling2D", {}]


def dense(units):
    return ["Dense", {"units": units}]


def of_a_course():
    """Convolution, pooling, Flatten, Dense: each kernel, stride and padding with each pooling, picture after picture."""
    kernels = itertools.product((1, 2, 3, 5, 7), ("valid", "same"), (1, 2, 3))
    poolings = itertools.cycle(itertools.product(POOLS, (2, 3), (None, 1, 2), ("valid", "same")))
    for kernel, padding, strides in kernels:
        for picture in SIDES[:7]:
            yield picture, [conv(4, kernel, padding, strides), pool(*next(poolings)), FLATTEN, dense(10)]
    for kernel, dilation, padding in itertools.product((2, 3, 5), (2, 3, [1, 2]), ("valid", "same")):
        for picture in SIDES[:4]:
            yield picture, [conv(3, kernel, padding, 1, dilation), GLOBAL, dense(3)]
    # LeNet-5, and two blocks as they are usually written.
    yield (28, 28, 1), [conv(6, 5, "same"), pool(POOLS[1], 2), conv(16, 5), pool(POOLS[1], 2), FLATTEN, dense(120), dense(84), dense(10)]
    for padding in ("valid", "same"):
        for picture in SIDES:
            yield picture, [conv(8, 3, padding), pool(POOLS[0], 2), conv(16, 3, padding), pool(POOLS[0], 2), FLATTEN, dense(10)]


def thrown(dice, count):
    """Up to five layers of pictures, any settings, and an end."""
    side = lambda most: dice.choice([dice.randint(1, most), [dice.randint(1, most), dice.randint(1, most)]])
    padding = lambda: dice.choice(("valid", "same"))
    for _ in range(count):
        layers = []
        for _ in range(dice.randint(1, 5)):
            kind = dice.choice(("conv", "conv", "pool", "pool", "dense"))
            if kind == "conv":
                dilated = dice.random() < 0.3
                both = dice.random() < 0.05
                strides = side(3) if not dilated or both else 1
                layers.append(conv(dice.randint(1, 12), side(5), padding(), strides, side(3) if dilated else 1, dice.random() < 0.8))
            elif kind == "pool":
                layers.append(pool(dice.choice(POOLS), side(4), dice.choice((None, side(3))), padding()))
            else:
                layers.append(dense(dice.randint(1, 9)))
        layers.append(dice.choice((FLATTEN, FLATTEN, GLOBAL)))
        # Now and then a layer of pictures comes too late.
        if dice.random() < 0.08:
            layers.append(dice.choice((conv(2, 2), pool(dice.choice(POOLS), 2), GLOBAL)))
        layers.append(dense(dice.randint(1, 10)))
        yield dice.choice(SIDES), layers


chains = [*of_a_course(), *thrown(random.Random(2012), 400)]
entries = [asked(picture, layers) for picture, layers in chains]
head = json.dumps({"keras": keras.__version__, "backend": f"jax {jax.__version__}"})[1:-1]
rows = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in entries)
sys.stdout.write(f'{{{head}, "entries": [\n{rows}\n]}}\n')
