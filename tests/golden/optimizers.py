"""Writes optimizers.json: weights after 1, 2, 3, 10, 50 and 200 updates by given gradients, and schedules at many steps.

Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/optimizers.py
"""

import json
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

SHAPES = [(3, 2), (2,)]
STEPS = [1, 2, 3, 10, 50, 200]


def start():
    """First weights: whole sixteenths, so that they are exact everywhere."""
    return [np.array([((7 * i + 5 * v) % 33 - 16) / 16 for i in range(np.prod(s))], "float32").reshape(s)
            for v, s in enumerate(SHAPES)]


def gradients(step):
    """Given gradients of the update `step`, counted from 1: whole sixteenths, some 0, some large."""
    return [np.array([((31 * step + 17 * i + 7 * step * i + 11 * v) % 81 - 40) / 16 * (10 if step % 13 == 0 else 1)
                      for i in range(np.prod(s))], "float32").reshape(s) for v, s in enumerate(SHAPES)]


COMMON = [{}, {"weight_decay": 0.02}, {"clipnorm": 1.5}, {"clipvalue": 0.7}, {"global_clipnorm": 2.0},
          {"global_clipnorm": 1000.0}]
OWN = {
    "SGD": [{"learning_rate": 0.05}, {"learning_rate": 0.01, "momentum": 0.9},
            {"learning_rate": 0.01, "momentum": 0.9, "nesterov": True}, {"nesterov": True}],
    "Adagrad": [{}, {"learning_rate": 0.1, "initial_accumulator_value": 0.0, "epsilon": 0.01},
                {"learning_rate": 0.05, "initial_accumulator_value": 2.5}],
    "RMSprop": [{}, {"learning_rate": 0.01, "rho": 0.5, "epsilon": 0.01}, {"momentum": 0.8}, {"centered": True},
                {"centered": True, "momentum": 0.5, "rho": 0.8}],
    "Adam": [{}, {"learning_rate": 0.02, "beta_1": 0.5, "beta_2": 0.9}, {"amsgrad": True}, {"epsilon": 0.1},
             {"beta_1": 0.0}],
    "AdamW": [{}, {"weight_decay": 0.1, "learning_rate": 0.01}, {"amsgrad": True, "beta_1": 0.8, "beta_2": 0.99, "epsilon": 1e-4}],
}
SCHEDULES = [
    ("ExponentialDecay", {"decay_steps": 100, "decay_rate": 0.5}),
    ("ExponentialDecay", {"decay_steps": 7, "decay_rate": 0.9, "staircase": True}),
    ("ExponentialDecay", {"decay_steps": 1000, "decay_rate": 1.5}),
    ("InverseTimeDecay", {"decay_steps": 100, "decay_rate": 0.5}),
    ("InverseTimeDecay", {"decay_steps": 7, "decay_rate": 3.0, "staircase": True}),
    ("PolynomialDecay", {"decay_steps": 100}),
    ("PolynomialDecay", {"decay_steps": 100, "end_learning_rate": 0.01, "power": 2.0}),
    ("PolynomialDecay", {"decay_steps": 7, "end_learning_rate": 0.0, "power": 0.5, "cycle": True}),
    ("CosineDecay", {"decay_steps": 100}),
    ("CosineDecay", {"decay_steps": 100, "alpha": 0.2}),
    ("CosineDecay", {"decay_steps": 100, "alpha": 0.1, "warmup_target": 0.8, "warmup_steps": 20}),
    ("PiecewiseConstantDecay", {"boundaries": [10, 50, 200], "values": [0.05, 0.01, 0.001]}),
    ("PiecewiseConstantDecay", {"boundaries": [0], "values": [0.3]}),
]
AT = [0, 1, 2, 6, 7, 8, 10, 11, 13, 14, 15, 20, 21, 49, 50, 51, 99, 100, 101, 120, 150, 199, 200, 201, 1000, 12345]


def scheduled(name, settings, initial):
    if name == "PiecewiseConstantDecay":
        return keras.optimizers.schedules.PiecewiseConstantDecay(settings["boundaries"], [initial, *settings["values"]])
    return getattr(keras.optimizers.schedules, name)(initial, **settings)


def listed(array):
    return [float(f"{float(v):.9g}") for v in np.ravel(array)]


def run(name, settings, schedule=None):
    given = dict(settings)
    if schedule:
        given["learning_rate"] = scheduled(*schedule, settings["learning_rate"])
    optimizer = getattr(keras.optimizers, name)(**given)
    variables = [keras.Variable(value) for value in start()]
    weights = {}
    for step in range(1, STEPS[-1] + 1):
        optimizer.apply(gradients(step), variables)
        if step in STEPS:
            weights[str(step)] = [v for variable in variables for v in listed(variable.value)]
    case = {"type": name, "settings": settings, "weights": weights}
    if schedule:
        case["schedule"] = {"type": schedule[0], **schedule[1]}
    return case


def runs():
    for name, own in OWN.items():
        for settings in own:
            yield run(name, settings)
        # the common settings with the last and richest of its own
        for common in COMMON[1:]:
            yield run(name, {**own[-1], **common})
    for schedule in SCHEDULES:
        yield run("Adam", {"learning_rate": 0.05}, schedule)
    yield run("SGD", {"learning_rate": 0.05, "momentum": 0.9, "weight_decay": 0.01}, SCHEDULES[0])


def schedules():
    for name, settings in SCHEDULES:
        made = scheduled(name, settings, 0.4)
        yield {"type": name, "settings": settings, "initial": 0.4, "at": AT,
               "rates": listed([float(made(np.int32(step))) for step in AT])}


def defaults():
    """What Keras takes where nothing is said."""
    for name in OWN:
        config = getattr(keras.optimizers, name)().get_config()
        yield {"type": name, "config": {k: float(f"{v:.7g}") if isinstance(v, float) else v for k, v in config.items()}}


Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "keras": keras.__version__,
            "backend": f"jax {jax.__version__}",
            "shapes": SHAPES,
            "start": [v for value in start() for v in listed(value)],
            "runs": list(runs()),
            "schedules": list(schedules()),
            "defaults": list(defaults()),
        },
        separators=(",", ":"),
    )
    + "\n"
)
