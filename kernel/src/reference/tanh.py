#!/usr/bin/env python3
"""Makes what Tanh is tested with. Run it in this folder: python3 tanh.py (mpmath 1.3.0).

Writes
  ../test/resources/io/github/scorelane/kernel/math/tanh.csv   doubles and their hyperbolic tangents, about 29 digits

Tanh takes its polynomial and ln 2 from expm1.py."""
import random
from mpmath import ln, mp, mpf, tanh
from table import bits, double, write

mp.dps = 400
LN2 = ln(mpf(2))
# The worst found by trying many.
WORST = [0x3f6ffc5b9b5ffbc6, 0x3f7ff7aaae111407, 0x3f9feb126de4198c, 0x3f6ffa2be3fdd2c9,
         0x3f9fe1b4623d1c72, 0x3f6ff94004ddf097, 0x3f6ff8712c1ea12b, 0x3f9ffb6f521b23f8]


def arguments():
    yield from (0.0, -0.0, 5e-324, -5e-324, 2.0 ** -54, -2.0 ** -54, 1.0, -1.0, 10.0, -22.0, 100.0, -353.0)
    yield from (double(b) for b in WORST)
    random.seed(20261121)
    for k in range(64):                                       # around the thresholds
        yield from (double(bits(22.0) - 32 + k), double(bits(354.0) - 32 + k))
    for k in range(0, 60):                                    # where the reduction changes its mind
        for _ in range(8):
            yield float(((k + mpf(1) / 2) * LN2 + mpf(random.uniform(-1, 1)) * mpf(2) ** -random.randrange(8, 44)) / 2)
    for _ in range(1500):                                     # about zero
        yield random.uniform(-1, 1)
    for _ in range(1000):
        yield random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
    for _ in range(500):                                      # just below a power of two, where the error is largest
        yield 2.0 ** -random.randrange(3, 9) * (1 - random.random() * 0.02)
    for _ in range(500):                                      # all
        yield random.uniform(-6, 6)
        yield random.uniform(-22, 22)


if __name__ == "__main__":
    write("tanh", tanh, arguments())
