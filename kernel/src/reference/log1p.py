#!/usr/bin/env python3
"""Makes what Log1p needs and is tested with. Run it in this folder: python3 log1p.py (mpmath 1.3.0).

Prints the constants and coefficients of Log1p, and the error of its polynomial, and writes
  ../test/resources/io/github/scorelane/kernel/math/log1p.csv   doubles and log(1 + x), about 29 digits

With -1/4 <= f < 1/2, s = f/(2 + f) and z = s^2, log(1 + f) = f - s (f - z q(z)); q interpolates at Chebyshev nodes."""
import random
import sys
from mpmath import atanh, floor, ln, log1p, mp, mpf, polyval, sqrt
from normal_quantile import interpolate
from table import bits, double, write

mp.dps = 80
COEFFICIENTS = 8
# The worst found by trying many.
WORST = [0xbfd000035bb4fd3e, 0xbfd018016c728262, 0xbfd00dad009020b6, 0x3fdfee6e5b9162a4,
         0x3fdf3d413578b9fc, 0x3fdec72ad53a3c6c, 0xbfd015ae2fa36066, 0x3fdf575a0125bffc]


def constants():
    ln2 = ln(mpf(2))
    high = float(floor(ln2 * 2 ** 41) / 2 ** 41)
    print("ln 2: high", high, high.hex(), "low", float(ln2 - mpf(high)))
    # The end is moved by nothing that matters, so that it is like that of the other side.
    q = interpolate(lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z, mpf(0), (1 + mpf(2) ** -40) / 25, COEFFICIENTS)
    q = [float(c) for c in q]
    for k, c in enumerate(q):
        print(k, repr(c))
    worst = 0
    for k in range(3001):
        f = mpf(k) / 4000 - mpf(1) / 4
        if f:
            s = f / (2 + f)
            approximate = f - s * (f - s * s * polyval([mpf(c) for c in reversed(q)], s * s))
            worst = max(worst, abs(approximate / log1p(f) - 1))
    print("error of the polynomial, of the logarithm:", float(worst))


def arguments():
    largest = sys.float_info.max
    yield from (0.0, -0.0, 5e-324, -5e-324, 2.0 ** -1022, -0.5, 1.0, 2.0, 1e100, 1.4e308, largest, double(bits(-1.0) - 1))
    yield from (double(b) for b in WORST)
    random.seed(20261121)
    for _ in range(1000):                                     # about zero, and next to -1
        yield random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
        yield -1 + random.random() * 2.0 ** -random.randrange(53)
    for k in range(-32, 32):                                  # where the reduction changes its mind
        yield from (double(bits(-0.25) + k), double(bits(0.5) + k), double(bits(2.0) + k), double(bits(-0.625) + k))
    for _ in range(1500):                                     # the worst are here
        yield random.uniform(-0.3, -0.2)
        yield random.uniform(0.4, 0.5)
    for _ in range(1000):
        yield random.uniform(-1, 10)
    for _ in range(500):                                      # all
        yield double(random.randrange(1, bits(largest)))


if __name__ == "__main__":
    constants()
    write("log1p", log1p, (x for x in arguments() if x > -1))
