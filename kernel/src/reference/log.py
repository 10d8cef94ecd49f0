#!/usr/bin/env python3
"""Makes what Log is tested with. Run it in this folder: python3 log.py (mpmath 1.3.0).

Prints the constants of Log, and the error of its polynomial, and writes
  ../test/resources/io/github/scorelane/kernel/math/log.csv   doubles and their logarithms, about 29 digits

The polynomial q is that of fdlibm's e_log.c (K. C. Ng, Sun Microsystems 1993): with f = m - 1, s = f/(2 + f), z = s^2,
log(1 + f) = f - s (f - z q(z)), where z q(z) is log(1 + f)/s - 2, right to about 2^-59 of the logarithm."""
import random
import sys
from mpmath import floor, ln, log1p, mp, mpf, polyval, sqrt
from table import bits, double, write

mp.dps = 80
FDLIBM = [6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
          1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01]
LOWEST = float(sqrt(mpf(1) / 2))


def constants():
    ln2 = ln(mpf(2))
    high = float(floor(ln2 * 2 ** 40 + mpf(1) / 2) / 2 ** 40)
    print("ln 2: high", high, high.hex(), "low", float(ln2 - mpf(high)), float(ln2 - mpf(high)).hex())
    print("lowest m", LOWEST, "%016x" % bits(LOWEST))
    worst = 0
    for k in range(1, 4001):
        f = mpf(LOWEST) - 1 + mpf(LOWEST) * k / 4001
        if f:
            s = f / (2 + f)
            approximate = f - s * (f - s * s * polyval([mpf(c) for c in reversed(FDLIBM)], s * s))
            worst = max(worst, abs(approximate / log1p(f) - 1))
    print("error of the polynomial, of the logarithm:", float(worst))


def arguments():
    largest = sys.float_info.max
    yield from (5e-324, 1e-323, double(bits(2.0 ** -1022) - 1), 2.0 ** -1022, 0.5, 1.0, 2.0, 3.0, 10.0, 1e100, largest)
    random.seed(20261121)
    one, lowest = bits(1.0), bits(LOWEST)
    for k in range(1, 257):                                   # next to 1
        yield from (double(one - k), double(one + k))
    for _ in range(1000):                                     # near 1
        yield 1 + random.choice((-1, 1)) * random.random() * 2.0 ** -random.randrange(1, 53)
    for k in range(-64, 64):                                  # where the reduction changes its mind
        yield from (double(lowest + k), double(lowest + k + (1 << 52)))
    for _ in range(1000):
        yield double(lowest + random.randrange(-2 ** 46, 2 ** 46) + random.choice((0, 1 << 52)))
    for _ in range(2500):                                     # one binade on each side of 1
        yield 0.5 + 1.5 * random.random()
    for _ in range(500):                                      # subnormal
        yield double(random.getrandbits(52) >> random.randrange(52) or 1)
    for _ in range(1000):                                     # powers of two
        yield 2.0 ** random.randrange(-1074, 1024)
    for _ in range(1500):                                     # all
        yield double(random.randrange(1, bits(largest)))


if __name__ == "__main__":
    constants()
    write("log", ln, arguments())
