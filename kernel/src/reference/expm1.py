#!/usr/bin/env python3
"""Makes what Expm1 is tested with. Run it in this folder: python3 expm1.py (mpmath 1.3.0).

Prints the constants and coefficients of Expm1, which are Logistic's and Tanh's too, and writes
  ../test/resources/io/github/scorelane/kernel/math/expm1.csv   doubles and exp(x) - 1, about 29 digits

With |r| <= ln(2)/2, exp(r) = 1 + r + r^2 q(r); q interpolates at Chebyshev nodes."""
import random
from mpmath import expm1, floor, ln, mp, mpf
from normal_quantile import interpolate
from table import bits, double, write

mp.dps = 80
COEFFICIENTS = 11
LN2 = ln(mpf(2))
OVERFLOW = 709.782712893384
# The worst found by trying many.
WORST = [0x404290551d82a358, 0x40428e1bf74aa371, 0x4042904580f525bf, 0x4042908135358b6c,
         0x40428ae7d18d341d, 0x4042953743f492d0, 0x4042945a2d83558a, 0x404290563928e32c]


def constants():
    high = float(floor(LN2 * 2 ** 41) / 2 ** 41)
    print("ln 2: high", high, high.hex(), "low", float(LN2 - mpf(high)))
    # One end is moved by nothing that matters, so that no node falls on zero.
    q = interpolate(lambda r: (expm1(r) - r) / r ** 2, -LN2 / 2 - mpf(2) ** -30, LN2 / 2, COEFFICIENTS)
    for k, c in enumerate(q):
        print(k, repr(float(c)))


def arguments():
    yield from (0.0, -0.0, 5e-324, -5e-324, 2.0 ** -54, -2.0 ** -54, 1.0, -1.0, 10.0, 100.0, -100.0, -1e300)
    yield from (double(b) for b in WORST)
    random.seed(20261121)
    for k in range(64):                                       # around the thresholds
        yield from (double(bits(OVERFLOW) - k), double(bits(708.0) - 32 + k), double(bits(-50.0) - 32 + k))
    for k in range(-60, 1024):                                # where the reduction changes its mind
        yield float((k + mpf(1) / 2) * LN2 + mpf(random.uniform(-1, 1)) * mpf(2) ** -random.randrange(8, 44))
    for _ in range(1500):                                     # about zero
        yield random.uniform(-1, 1)
    for _ in range(500):
        yield random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
    for _ in range(1000):                                     # where 1 - 2^-k begins to be rounded
        yield random.uniform(36.5, 38)
    for _ in range(1000):                                     # all
        yield random.uniform(-40, OVERFLOW)
        yield random.uniform(-10, 10)


if __name__ == "__main__":
    constants()
    write("expm1", expm1, (x for x in arguments() if x <= OVERFLOW))
