"""Writes numerics.json: points of each elementary function and their correctly rounded values.

Authority: mpmath 1.3.0 at 300 bits; each value is rounded once, to nearest even, gradual underflow included.
Run: python3 tests/golden/numerics.py (needs mpmath and numpy 2).
"""

import json
import math
import random
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mp, mpf

mp.prec = 300
random.seed(20240607)

# bits of significand, exponent of the smallest denormal, exponent of overflow
FORMATS = {"float64": (53, -1074, 1024), "float32": (24, -149, 128)}


def rounded(exact, kind):
    """The nearest number of that format (ties to even), as a Python float; float32 numbers are exact in it."""
    if mpmath.isnan(exact) or mpmath.isinf(exact) or exact == 0:
        return float(exact)
    precision, smallest, overflow = FORMATS[kind]
    sign, man, exp, length = exact._mpf_
    if exp + length < smallest:
        return -0.0 if sign else 0.0
    if exp + length > overflow:
        return -math.inf if sign else math.inf
    man = int(man)
    drop = max(exp + length - precision, smallest) - exp
    if drop > 0:
        whole, rest, half = man >> drop, man & ((1 << drop) - 1), 1 << (drop - 1)
        man = whole + (rest > half or (rest == half and whole & 1))
        exp += drop
    if man.bit_length() + exp > overflow:
        return -math.inf if sign else math.inf
    return math.copysign(math.ldexp(man, exp), -1 if sign else 1)


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


FUNCTIONS = {
    "exp": mp.exp,
    "log": mp.log,
    "log1p": mp.log1p,
    "tanh": mp.tanh,
    "sigmoid": sigmoid,
    "erf": mp.erf,
    "sin": mp.sin,
    "cos": mp.cos,
}

# where a function does not simply take its limit, or mpmath knows no signed zero
SPECIALS = {
    "exp": [(0.0, 1.0), (-0.0, 1.0), (math.inf, math.inf), (-math.inf, 0.0), (1e30, math.inf), (-1e30, 0.0)],
    "log": [(0.0, -math.inf), (-0.0, -math.inf), (math.inf, math.inf), (-math.inf, math.nan), (-1.0, math.nan),
            (-1e-40, math.nan), (1.0, 0.0)],
    "log1p": [(0.0, 0.0), (-0.0, -0.0), (math.inf, math.inf), (-math.inf, math.nan), (-1.0, -math.inf),
              (-1.5, math.nan)],
    "tanh": [(0.0, 0.0), (-0.0, -0.0), (math.inf, 1.0), (-math.inf, -1.0), (1e30, 1.0), (-1e30, -1.0)],
    "sigmoid": [(0.0, 0.5), (-0.0, 0.5), (math.inf, 1.0), (-math.inf, 0.0), (1e30, 1.0), (-1e30, 0.0)],
    "erf": [(0.0, 0.0), (-0.0, -0.0), (math.inf, 1.0), (-math.inf, -1.0), (1e30, 1.0), (-1e30, -1.0)],
    "sin": [(0.0, 0.0), (-0.0, -0.0), (math.inf, math.nan), (-math.inf, math.nan)],
    "cos": [(0.0, 1.0), (-0.0, 1.0), (math.inf, math.nan), (-math.inf, math.nan)],
}

# the interval where the function moves, per format; sin and cos to their stated limit
RANGES = {
    "exp": {"float64": (-745.2, 709.79), "float32": (-104, 88.75)},
    "log": {"float64": (0.2, 5), "float32": (0.2, 5)},
    "log1p": {"float64": (-0.999, 3), "float32": (-0.999, 3)},
    "tanh": {"float64": (-3, 3), "float32": (-3, 3)},
    "sigmoid": {"float64": (-40, 40), "float32": (-20, 20)},
    "erf": {"float64": (-6, 6), "float32": (-4, 4)},
    "sin": {"float64": (-1e5, 1e5)},
    "cos": {"float64": (-1e5, 1e5)},
}

# edges: of the range, of the argument reductions, of where another formula takes over
EDGES = {
    "exp": {
        "float64": [709.782712893384, 709.7827128933841, -708.3964185322641, -745.1332191019411, -745.1332191019412,
                    -745.2, math.log(2) / 2, -math.log(2) / 2, 709.4, -709, -720.5, -744.4],
        "float32": [88.72283, 88.722839, 88.73, -87.33654, -87.4, -95.5, -102.9, -103.27893, -103.97207, -103.97208,
                    -104.5, 0.34657359, -0.34657359, 88.3763],
    },
    "log": {"float64": [0.5**0.5, 2**0.5, 0.9999999999999999, 1.0000000000000002],
            "float32": [0.70710678, 1.4142135, 0.99999994, 1.0000001]},
    "log1p": {"float64": [0.5**0.5 - 1, 2**0.5 - 1, -0.9999999999999999, 1e16, 9007199254740993.0],
              "float32": [-0.29289323, 0.41421357, -0.99999994, 16777216.0, 33554434.0]},
    "tanh": {"float64": [0.55, 0.5499999999999999, 19.06, 19.0616, 20, 19.99, 3.7e-9, 3.8e-9],
             "float32": [0.55, 0.5499999, 9.01, 9.0109, 9.02, 44.3, 44.5, 0.00035]},
    "sigmoid": {"float64": [-709, -745.1, -746, 36.7, 36.8, 800], "float32": [-87.4, -103.9, -104.1, 16.6, 17.4, 100]},
    "erf": {"float64": [0.75, 0.7499999999999999, 1.25, 1.2499999999999998, 2, 3, 4, 5.9, 5.93, 6, 6.01, 0.5, 1e-9],
            "float32": [0.9, 0.89999998, 3.9, 3.99, 4, 4.01, 0.5, 0.00035]},
    "sin": {"float64": [k * math.pi / 2 for k in (1, 2, 3, 4, 29, 1000, 63661)] + [math.pi / 4, 1e5]},
    "cos": {"float64": [k * math.pi / 2 for k in (1, 2, 3, 4, 29, 1000, 63661)] + [math.pi / 4, 1e5]},
}


def log_uniform(low, high):
    return 2 ** random.uniform(low, high)


def points(name, kind):
    low, high = RANGES[name][kind]
    precision, smallest, overflow = FORMATS[kind]
    top = {"sin": 16, "cos": 16}.get(name, overflow)
    positive = name == "log"
    sign = (lambda: 1) if positive else (lambda: random.choice((-1, 1)))
    yield from EDGES[name][kind]
    yield from (math.ldexp(n, smallest) for n in (1, 2, 3, 2 ** (precision - 1) - 1, 2 ** (precision - 1)))
    yield from (math.ldexp(2**precision - 1, overflow - precision) for _ in range(top == overflow))
    yield from (random.uniform(low, high) for _ in range(130))
    yield from (sign() * log_uniform(smallest, top) for _ in range(60))
    yield from (sign() * log_uniform(-30, 4) for _ in range(60))
    yield from (sign() * log_uniform(smallest, smallest + 30) for _ in range(20))
    yield from (1 + sign() * log_uniform(-23, -1) for _ in range(20) if name == "log")


def case(name, kind, x):
    if kind == "float32":
        x = float(np.float32(x))
    return x, rounded(FUNCTIONS[name](mpf(x)), kind)


def written(x, kind):
    """A number as JSON: the shortest digits that read back as it, in float32 after rounding to float32."""
    if math.isnan(x):
        return '"NaN"'
    if math.isinf(x):
        return '"Infinity"' if x > 0 else '"-Infinity"'
    if x == 0:
        return '"-0"' if math.copysign(1, x) < 0 else "0"
    return repr(float(str(np.float32(x)) if kind == "float32" else x))


def cases(name, kind):
    domain = {"log": lambda x: x > 0, "log1p": lambda x: x > -1}.get(name, lambda x: True)
    finite = (x for x in points(name, kind) if x != 0 and domain(x))
    found = [case(name, kind, x) for x in finite]
    return [c for c in found if c[0] != 0 and math.isfinite(c[0])] + SPECIALS[name] + [(math.nan, math.nan)]


def powers():
    """(x, y, x to the y): what rates and decays ask for, results between 1e-9 and 1e9, and the special ones."""
    found = []
    while len(found) < 300:
        x = random.choice((random.uniform(0, 1), random.uniform(0.9, 1.1), log_uniform(-40, 40)))
        y = random.choice((random.randint(-5000, 5000), random.uniform(-4, 4), log_uniform(-10, 12)))
        if 1e-9 < (exact := mpf(x) ** mpf(y)) < 1e9:
            found.append((x, y, rounded(exact, "float64")))
    return found + [(0.0, 0.0, 1.0), (0.0, 2.0, 0.0), (0.0, -1.0, math.inf), (1.0, 1e9, 1.0), (0.5, 5000.0, 0.0),
                    (2.0, 5000.0, math.inf), (-1.0, 2.0, math.nan), (math.nan, 1.0, math.nan), (2.0, math.nan, math.nan)]


def main():
    blocks = []
    for kind in FORMATS:
        names = [name for name in FUNCTIONS if kind in RANGES[name]]
        rows = (
            f'    "{name}": ['
            + ",".join(f"[{written(x, kind)},{written(y, kind)}]" for x, y in cases(name, kind))
            + "]"
            for name in names
        )
        blocks.append(f'  "{kind}": {{\n' + ",\n".join(rows) + "\n  }")
    source = json.dumps(f"mpmath {mpmath.__version__}, {mp.prec} bits, rounded once to nearest even")
    triples = ",".join("[" + ",".join(written(value, "float64") for value in triple) + "]" for triple in powers())
    blocks.append(f'  "pow": [{triples}]')
    text = f'{{\n  "source": {source},\n' + ",\n".join(blocks) + "\n}\n"
    json.loads(text)
    Path(__file__).with_suffix(".json").write_text(text)


main()
