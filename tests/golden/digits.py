"""Writes digits.json: how many of 2,000 handwritten digits a small network reads after one epoch and after three, by seed.

Authority: Keras on JAX (versions in the file). Run: KERAS_BACKEND=jax python3 tests/golden/digits.py [folder]
The folder holds the 10,000 test digits of MNIST (t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz); it is
../shared/data/mnist beside the repository where it is not named. The digits themselves are not stored here.
"""

import gzip
import json
import os
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

L = keras.layers
SEEDS = [1, 2, 3, 4, 5]
EPOCHS = 3
HELD_OUT = 2000


def read(path, offset):
    return np.frombuffer(gzip.decompress(path.read_bytes()), np.uint8, offset=offset)


def digits(folder):
    images = read(folder / "t10k-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28, 1).astype("float32") / 255
    return images, read(folder / "t10k-labels-idx1-ubyte.gz", 8).astype("int32")


def model():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            L.Conv2D(8, 3, padding="same", activation="relu"),
            L.MaxPooling2D(2),
            L.Conv2D(16, 3, padding="same", activation="relu"),
            L.MaxPooling2D(2),
            L.Flatten(),
            L.Dense(10, activation="softmax"),
        ]
    )


def run(seed, images, labels):
    keras.utils.set_random_seed(seed)
    made = model()
    made.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
    learnt, held = slice(0, -HELD_OUT), slice(-HELD_OUT, None)
    given = {"batch_size": 32, "epochs": EPOCHS, "validation_data": (images[held], labels[held]), "verbose": 0}
    history = made.fit(images[learnt], labels[learnt], **given).history
    return [round(value, 4) for value in history["val_accuracy"]]


beside = Path(__file__).parents[2].parent / "shared/data/mnist"
images, labels = digits(Path(sys.argv[1]) if len(sys.argv) > 1 else beside)
accuracies = [run(seed, images, labels) for seed in SEEDS]
last = [one[-1] for one in accuracies]
Path(__file__).with_suffix(".json").write_text(
    json.dumps(
        {
            "keras": keras.__version__,
            "backend": f"jax {jax.__version__}",
            "rows": len(labels),
            "held_out": HELD_OUT,
            "learning_rate": 0.003,
            "batch_size": 32,
            "epochs": EPOCHS,
            "seeds": SEEDS,
            "after_one_epoch": [one[0] for one in accuracies],
            "after_three_epochs": last,
            "mean": round(float(np.mean(last)), 5),
        },
        separators=(",", ":"),
    )
    + "\n"
)
