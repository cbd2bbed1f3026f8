"""The histories and the cases that callbacks.py asks Keras about."""

import numpy as np


def f32(x):
    return float(np.float32(x))


def rows(val_losses, start=0.9):
    return [{"accuracy": f32(0.5 + 0.03 * i), "loss": f32(start - 0.05 * i), "val_accuracy": f32(1 - v / 2),
             "val_loss": f32(v)} for i, v in enumerate(val_losses)]


H = {
    "falls": rows([0.9, 0.8, 0.7, 0.6, 0.5, 0.4]),
    "turns": rows([0.9, 0.7, 0.6, 0.65, 0.64, 0.7, 0.55, 0.8, 0.9, 1.0, 1.1, 1.2]),
    "flat": rows([0.5] * 8),
    "rises": rows([0.3, 0.4, 0.5, 0.6, 0.7]),
    "creeps": rows([0.5, 0.4995, 0.499, 0.4985, 0.498, 0.4975, 0.497, 0.4969, 0.49685]),
    "nan": rows([0.8, float("nan"), 0.7, 0.6, float("nan")]),
    "nan first": rows([float("nan"), 0.7, 0.6, 0.5]),
    "jumps": rows([0.9, 0.3, 0.8, 0.29, 0.8, 0.28, 0.8, 0.8, 0.8, 0.8, 0.1, 0.9, 0.9, 0.9]),
    "ties": [{"accuracy": a, "loss": a, "val_accuracy": a, "val_loss": v}
             for a, v in [(0.125, 2.5), (0.375, 0.005), (0.625, 1e-05), (0.5, 123456.5), (0.999, -0.001), (1.0, 1e17)]],
    "below single": [{"loss": 1.0, "val_loss": 0.5 - 1e-10 * i, "accuracy": 0.5, "val_accuracy": 0.5} for i in range(4)],
    "no validation": [{"accuracy": f32(0.5 + 0.1 * i), "loss": f32(1 - 0.1 * i)} for i in range(4)],
    "lost": [{"loss": 0.5}, {"loss": float("nan"), "losses": [0.5, 0.4, float("nan"), 1.0]}, {"loss": 0.1}],
    "endless": [{"loss": float("inf"), "losses": [float("inf")]}, {"loss": 0.1}],
    "minus endless": [{"loss": 0.2, "losses": [0.1, float("-inf")]}],
}
ES, MC, RL, LS, TN = "EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau", "LearningRateScheduler", "TerminateOnNaN"
# After so many epochs, and every so many more, the rate is multiplied by the factor.
HALVES = {"start": 0, "every": 1, "factor": 0.5}
STEPS = {"start": 3, "every": 4, "factor": 0.1}
RISES = {"start": 2, "every": 2, "factor": 1.25}
CASES = []


def case(history, *specs, metrics=("accuracy",), rate=0.01, batches=2):
    CASES.append({"history": history, "specs": list(specs), "metrics": list(metrics), "rate": rate, "batches": batches})


def early(metrics):
    for name in ["falls", "turns", "flat", "rises", "creeps", "nan", "nan first", "jumps", "below single"]:
        case(name, {"type": ES})
        for patience in [1, 3]:
            case(name, {"type": ES, "patience": patience, "restore_best_weights": True, "verbose": 1})
    for own in [{"monitor": "loss"}, {"monitor": "val_accuracy"}, {"monitor": "val_accuracy", "mode": "max"},
                {"monitor": "val_accuracy", "mode": "min"}, {"mode": "max"}, {"monitor": "accuracy", "mode": "auto"},
                {"monitor": "acc"}, {"monitor": "acc", "mode": "max"}, {"monitor": "val_auc"}]:
        case("turns", {"type": ES, "patience": 2, "verbose": 1, "restore_best_weights": True, **own})
    for delta in [0.0005, 0.001, 0.05, -0.05, 1]:
        case("creeps", {"type": ES, "patience": 2, "min_delta": delta})
        case("turns", {"type": ES, "patience": 3, "min_delta": delta, "restore_best_weights": True, "verbose": 1})
        case("creeps", {"type": ES, "monitor": "val_accuracy", "patience": 2, "min_delta": delta})
        case("jumps", {"type": RL, "monitor": "val_accuracy", "patience": 1, "min_delta": delta})
    for baseline in [0.2, 0.6, 0.65, 5, 0]:
        case("turns", {"type": ES, "patience": 3, "baseline": baseline, "restore_best_weights": True, "verbose": 1})
        case("turns", {"type": ES, "patience": 1, "baseline": baseline, "min_delta": 0.02, "verbose": 1})
    for start in [1, 4, 11, 30]:
        case("turns", {"type": ES, "start_from_epoch": start, "restore_best_weights": True, "verbose": 1})
        case("flat", {"type": ES, "start_from_epoch": start, "patience": 2, "baseline": 0.6})
    case("no validation", {"type": ES, "restore_best_weights": True, "verbose": 1})
    case("no validation", {"type": ES, "monitor": "accuracy", "patience": 1})
    for metric in metrics:
        history = [{"loss": 1.0, metric: v} for v in [0.5, 0.75, 0.25, 0.125]]
        case(history, {"type": ES, "monitor": metric, "patience": 1, "restore_best_weights": True}, metrics=[metric])


def checkpoints():
    course = "dm_{epoch:02d}_{val_accuracy:0.2f}.hdf5"
    for file in [course, "dm_{epoch:02d}_{val_accuracy:0.2f}.keras", "{epoch}.keras", "{epoch:d}-{val_loss:.4f}.h5",
                 "{epoch:3d}_{loss}.keras", "{epoch:03}_{val_loss:08.3f}.keras", "best.keras", "{epoch:.1f}{val_loss:f}.keras",
                 "{{{epoch:02d}}}_{val_loss:.0f}.keras", "{val_loss:9.2f}|{val_loss:012}|{accuracy:05.1f}.keras", "d/{epoch:002d}.keras"]:
        for history in ["falls", "ties", "nan"]:
            case(history, {"type": MC, "filepath": file, "verbose": int(file == course)})
    for file in ["{epoch:02d}_{val_acc:.2f}.keras", "{val_loss:d}.keras", "{batch}.keras", "{epoch:.2d}.keras"]:
        case("falls", {"type": MC, "filepath": file, "verbose": 1})
    best = {"type": MC, "filepath": course, "save_best_only": True, "verbose": 1}
    for history in ["turns", "nan", "nan first", "jumps", "below single", "ties"]:
        case(history, best)
        case(history, {**best, "monitor": "val_accuracy", "mode": "max"})
        case(history, {**best, "monitor": "val_accuracy", "mode": "auto", "verbose": 0})
    case("turns", {**best, "monitor": "val_accuracy", "mode": "min"})
    case("turns", {**best, "initial_value_threshold": 0.62})
    case("turns", {**best, "monitor": "val_acc"})
    case("falls", {**best, "save_best_only": False, "monitor": "val_acc"})
    case("no validation", {**best, "filepath": "{epoch:02d}.keras"})
    weights = {"type": MC, "filepath": "{epoch:02d}_{loss:.3f}.weights.h5", "save_weights_only": True}
    case("turns", weights)
    case("turns", {**weights, "verbose": 1, "save_best_only": True, "monitor": "loss"})
    case("falls", {**weights, "filepath": "w{epoch:02d}.hdf5"})
    for every, batches in [(1, 2), (2, 3), (3, 2), (4, 3), (5, 3), (100, 3)]:
        spec = {"type": MC, "filepath": "e{epoch:02d}_b{batch:03d}_{loss:.2f}.keras", "save_freq": every}
        case("nan", {**spec, "verbose": 1}, batches=batches)
        case("falls", {**spec, "save_best_only": True, "monitor": "loss", "verbose": 1}, batches=batches)
        case("nan", {**spec, "save_best_only": True}, batches=batches)
    case("falls", {**spec, "save_freq": 2, "save_best_only": True, "monitor": "loss", "initial_value_threshold": 2.0})
    case("falls", {**spec, "save_freq": 2, "filepath": "{val_loss:.2f}.keras"})


def rates():
    for history in ["turns", "flat", "creeps", "jumps", "nan", "rises"]:
        for own in [{"patience": 1}, {"patience": 2, "factor": 0.5, "cooldown": 2}, {"patience": 0, "factor": 0.3, "min_lr": 0.001},
                    {"patience": 1, "cooldown": 1, "min_delta": 0.01, "factor": 0.9}]:
            case(history, {"type": RL, "verbose": 1, **own})
    case("flat", {"type": RL, "patience": 1, "factor": 0.0, "verbose": 1})
    case("flat", {"type": RL, "patience": 1, "min_lr": 0.1, "verbose": 1}, rate=0.1)
    case("flat", {"type": RL, "patience": 1, "min_lr": 0.05, "verbose": 1}, rate=0.01)
    case("turns", {"type": RL, "monitor": "val_accuracy", "patience": 2})
    case("turns", {"type": RL, "monitor": "val_accuracy", "mode": "min", "patience": 2})
    case("turns", {"type": RL, "monitor": "acc"})
    case("turns", {"type": RL, "monitor": "learning_rate", "mode": "min", "patience": 2, "verbose": 1})
    case("no validation", {"type": RL, "verbose": 1})
    for schedule in [HALVES, STEPS, RISES]:
        for rate in [0.01, 1.0, 12.5]:
            case("turns", {"type": LS, "schedule": schedule, "verbose": 1}, rate=rate)
    case("falls", {"type": LS, "schedule": HALVES})


def rest():
    for history in ["lost", "endless", "minus endless", "falls"]:
        for raises in [False, True]:
            case(history, {"type": TN, "raise_error": raises})
    stop = {"type": ES, "patience": 2, "restore_best_weights": True, "verbose": 1}
    save = {"type": MC, "filepath": "dm_{epoch:02d}_{val_accuracy:0.2f}.hdf5", "save_best_only": True, "verbose": 1}
    lower = {"type": RL, "patience": 1, "factor": 0.5, "verbose": 1}
    for history in ["turns", "jumps", "nan"]:
        case(history, save, stop, lower)
        case(history, {"type": LS, "schedule": HALVES, "verbose": 1}, lower, stop, save)
    case("no validation", lower, stop, {"type": MC, "filepath": "{learning_rate:.5f}.keras", "verbose": 1})
    case("turns", {"type": MC, "filepath": "{learning_rate:.5f}.keras"}, lower)
    case("lost", {"type": ES, "monitor": "loss", "restore_best_weights": True}, {"type": TN}, metrics=())


def cases(metrics):
    early(metrics), checkpoints(), rates(), rest()
    return CASES
