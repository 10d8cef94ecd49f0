#!/usr/bin/env python3
"""Makes what Log1pMinusX is tested with. Run it in this folder: python3 log1p_minus_x.py (mpmath 1.3.0).

Writes ../test/resources/io/github/scorelane/kernel/math/log1p_minus_x.csv: doubles and log(1 + x) - x, about 29 digits."""
import random
import sys
from mpmath import log1p, mp, sqrt
from table import bits, double, write

mp.dps = 700


def arguments():
    largest = sys.float_info.max
    yield from (double(bits(1.0) - 1) - 2, -0.5, 0.5, 1.0, 2.0, 1e3, 1e15, 2.0 ** 53, 2.0 ** 54, 1e100, largest)
    random.seed(20261122)
    for edge in (float(sqrt(mp.mpf(1) / 2)) - 1, float(sqrt(mp.mpf(2))) - 1, 3.0 - float(sqrt(mp.mpf(2)))):
        for k in range(-64, 64):                              # where the reduction changes its mind
            yield double(bits(edge) + k)
        for _ in range(300):
            yield edge * (1 + random.uniform(-1, 1) * 1e-4)
    for _ in range(2000):                                     # near 0
        yield random.choice((-1, 1)) * random.random() * 2.0 ** -random.randrange(1, 500)
    for _ in range(3000):
        yield random.uniform(-1, 1)
    for _ in range(500):                                      # near -1
        yield -1 + (1 - random.random()) * 2.0 ** -random.randrange(0, 49)
    for _ in range(500):
        yield random.uniform(0, 20)
    for _ in range(1000):                                     # large
        yield random.random() * 2.0 ** random.randrange(0, 1024)


if __name__ == "__main__":
    write("log1p_minus_x", lambda x: log1p(x) - x, (x for x in arguments() if x > -1))
