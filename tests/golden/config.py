"""Writes config.json: what Keras says of things made with the settings of our documents, by get_config().

Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/config.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras

CLASSES = {
    "mean_squared_error": "MeanSquaredError",
    "mean_absolute_error": "MeanAbsoluteError",
    "huber": "Huber",
    "binary_crossentropy": "BinaryCrossentropy",
    "categorical_crossentropy": "CategoricalCrossentropy",
    "sparse_categorical_crossentropy": "SparseCategoricalCrossentropy",
    "glorot_uniform": "GlorotUniform",
    "glorot_normal": "GlorotNormal",
    "he_uniform": "HeUniform",
    "he_normal": "HeNormal",
    "lecun_uniform": "LecunUniform",
    "lecun_normal": "LecunNormal",
    "zeros": "Zeros",
    "ones": "Ones",
    "constant": "Constant",
    "random_uniform": "RandomUniform",
    "random_normal": "RandomNormal",
}

L2 = {"type": "L2", "l2": 0.02}
CASES = [
    ("layers", "Dense", {"units": 3}),
    ("layers", "Dense", {"units": 5, "activation": "gelu", "use_bias": False, "kernel_initializer": "he_normal",
                         "bias_initializer": "ones", "kernel_regularizer": {"type": "L1L2", "l1": 0.1, "l2": 0.2},
                         "trainable": False}),
    ("layers", "Dense", {"units": 2, "kernel_initializer": {"type": "random_uniform", "settings": {"minval": -1, "maxval": 2}},
                         "bias_initializer": {"type": "constant", "settings": {"value": 0.1}}}),
    ("layers", "Conv2D", {"filters": 8, "kernel_size": 3}),
    ("layers", "Conv2D", {"filters": 4, "kernel_size": [3, 2], "strides": [2, 1], "padding": "same", "activation": "relu",
                          "use_bias": False, "kernel_initializer": "lecun_uniform", "kernel_regularizer": L2}),
    ("layers", "Conv2D", {"filters": 1, "kernel_size": 2, "dilation_rate": [1, 2], "trainable": False,
                          "bias_initializer": {"type": "random_normal", "settings": {"mean": 1, "stddev": 0.5}}}),
    ("layers", "MaxPooling2D", {"pool_size": 2}),
    ("layers", "MaxPooling2D", {"pool_size": [3, 2], "strides": 1, "padding": "same"}),
    ("layers", "AveragePooling2D", {"pool_size": 3}),
    ("layers", "AveragePooling2D", {"pool_size": 2, "strides": [1, 3], "padding": "same"}),
    ("layers", "GlobalAveragePooling2D", {}),
    ("layers", "GlobalMaxPooling2D", {}),
    ("layers", "Flatten", {}),
    ("layers", "Reshape", {"target_shape": [3, -1]}),
    ("layers", "Dropout", {"rate": 0.3}),
    ("layers", "BatchNormalization", {}),
    ("layers", "BatchNormalization", {"momentum": 0.8, "epsilon": 0.01, "center": False, "scale": False, "trainable": False}),
    ("layers", "Activation", {"activation": "leaky_relu"}),
    ("layers", "Rescaling", {"scale": 0.5}),
    ("layers", "Rescaling", {"scale": 2, "offset": -1}),
    *[("initializers", name, {}) for name in ("glorot_uniform", "glorot_normal", "he_uniform", "he_normal", "lecun_uniform",
                                              "lecun_normal", "zeros", "ones", "constant", "random_uniform", "random_normal")],
    ("initializers", "constant", {"value": 0.5}),
    ("initializers", "random_uniform", {"minval": -2, "maxval": 3}),
    ("initializers", "random_normal", {"mean": 5, "stddev": 2}),
    *[("regularizers", name, {}) for name in ("L1", "L2", "L1L2")],
    ("regularizers", "L1", {"l1": 0.3}),
    ("regularizers", "L2", {"l2": 0.3}),
    ("regularizers", "L1L2", {"l1": 0.1, "l2": 0.2}),
    *[("losses", name, {}) for name in ("mean_squared_error", "mean_absolute_error", "huber", "binary_crossentropy",
                                        "categorical_crossentropy", "sparse_categorical_crossentropy")],
    ("losses", "huber", {"delta": 0.5}),
    ("losses", "binary_crossentropy", {"from_logits": True, "label_smoothing": 0.1}),
    ("losses", "categorical_crossentropy", {"label_smoothing": 0.2}),
    ("losses", "sparse_categorical_crossentropy", {"from_logits": True}),
    *[("optimizers", name, {}) for name in ("SGD", "Adagrad", "RMSprop", "Adam", "AdamW")],
    ("optimizers", "SGD", {"learning_rate": 0.5, "momentum": 0.9, "nesterov": True, "clipnorm": 2}),
    ("optimizers", "Adagrad", {"learning_rate": 0.1, "initial_accumulator_value": 0.5, "epsilon": 0.01, "weight_decay": 0.1}),
    ("optimizers", "RMSprop", {"learning_rate": 0.1, "rho": 0.5, "momentum": 0.5, "epsilon": 0.01, "centered": True,
                               "clipvalue": 0.5}),
    ("optimizers", "Adam", {"learning_rate": 0.1, "beta_1": 0.5, "beta_2": 0.75, "epsilon": 0.01, "amsgrad": True,
                            "global_clipnorm": 1.5}),
    ("optimizers", "AdamW", {"learning_rate": 0.1, "weight_decay": 0.5}),
    ("schedules", "ExponentialDecay", {"decay_steps": 100, "decay_rate": 0.5}),
    ("schedules", "ExponentialDecay", {"decay_steps": 10, "decay_rate": 0.9, "staircase": True}),
    ("schedules", "InverseTimeDecay", {"decay_steps": 100, "decay_rate": 0.5}),
    ("schedules", "InverseTimeDecay", {"decay_steps": 10, "decay_rate": 3, "staircase": True}),
    ("schedules", "PolynomialDecay", {"decay_steps": 100}),
    ("schedules", "PolynomialDecay", {"decay_steps": 10, "end_learning_rate": 0.01, "power": 2, "cycle": True}),
    ("schedules", "CosineDecay", {"decay_steps": 100}),
    ("schedules", "CosineDecay", {"decay_steps": 100, "alpha": 0.25, "warmup_target": 0.75, "warmup_steps": 20}),
]


def made(folder, name, settings):
    """One of ours as Keras makes it: settings that are things themselves are made first."""
    given = dict(settings)
    for key, value in settings.items():
        if key.endswith("initializer") and isinstance(value, dict):
            given[key] = made("initializers", value["type"], value["settings"])
        if key.endswith("regularizer"):
            given[key] = made("regularizers", value["type"], {k: v for k, v in value.items() if k != "type"})
    if folder == "schedules":
        return getattr(keras.optimizers.schedules, name)(0.1, **given)
    return getattr(getattr(keras, folder), CLASSES.get(name, name))(**given)


def plain(value):
    """Without what says where a class lies, and where nothing is set."""
    if isinstance(value, dict) and "class_name" in value:
        return {"class_name": value["class_name"], "config": plain(value["config"])}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in ("name", "dtype", "seed", "input_axes", "output_axes")}
    # learning rates are kept as float32
    return float(f"{value:.7g}") if isinstance(value, float) else value


def cases():
    for folder, name, settings in CASES:
        thing = made(folder, name, settings)
        config = keras.utils.serialize_keras_object(thing)["config"]
        if name == "huber":
            # Keras leaves delta out of the config of Huber: it is read from the loss itself.
            config["delta"] = thing._fn_kwargs["delta"]
        yield {"folder": folder, "name": name, "settings": settings, "config": plain(config)}


Path(__file__).with_suffix(".json").write_text(
    json.dumps({"keras": keras.__version__, "backend": f"jax {jax.__version__}", "cases": list(cases())}, separators=(",", ":"))
    + "\n"
)
