#!/usr/bin/env python3
"""Makes what Exp needs and is tested with. Run it in this folder: python3 exp.py (mpmath 1.3.0).

Prints the constants and coefficients of Exp, and the error of its polynomial, and writes
  ../test/resources/io/github/scorelane/kernel/math/exp.csv   doubles and their exponentials, about 29 digits

With |r| <= ln(2)/2, exp(r) = 1 + r + r^2 q(r); q interpolates at Chebyshev nodes."""
import random
from mpmath import exp, expm1, floor, ln, mp, mpf, polyval
from normal_quantile import interpolate
from table import bits, double, write

mp.dps = 80
COEFFICIENTS = 11
LN2 = ln(mpf(2))
OVERFLOW, UNDERFLOW = 709.782712893384, -745.1332191019411


def constants():
    high = float(floor(LN2 * 2 ** 40 + mpf(1) / 2) / 2 ** 40)
    print("1/ln 2:", float(1 / LN2), "ln 2: high", high, high.hex(), "low", float(LN2 - mpf(high)))
    # One end is moved by nothing that matters, so that no node falls on zero.
    q = interpolate(lambda r: (expm1(r) - r) / r ** 2, -LN2 / 2 - mpf(2) ** -30, LN2 / 2, COEFFICIENTS)
    q = [float(c) for c in q]
    for k, c in enumerate(q):
        print(k, repr(c))
    worst = 0
    for k in range(4001):
        r = LN2 * (mpf(2 * k) / 4000 - 1) / 2
        worst = max(worst, abs((1 + r + r ** 2 * polyval([mpf(c) for c in reversed(q)], r)) / exp(r) - 1))
    print("error of the polynomial, of the exponential:", float(worst))


def arguments():
    assert exp(mpf(OVERFLOW)) < mpf(2) ** 1024 <= exp(mpf(double(bits(OVERFLOW) + 1)))
    assert exp(mpf(UNDERFLOW)) > mpf(2) ** -1075 > exp(mpf(double(bits(UNDERFLOW) + 1)))
    yield from (0.0, -0.0, 5e-324, -5e-324, 2.0 ** -54, -2.0 ** -54, 2.0 ** -53, -2.0 ** -53, 1.0, -1.0, 10.0, 100.0)
    random.seed(20261121)
    for k in range(128):                                      # around the thresholds
        yield double(bits(OVERFLOW) - k)
        yield from (double(bits(UNDERFLOW) - k), double(bits(UNDERFLOW) + 1 + k))
        for threshold in (708.0, -708.0, -708.3964185322641):
            yield double(bits(threshold) - 64 + k)
    for _ in range(1000):                                     # subnormal results
        yield random.uniform(-745.2, -708.3)
    for k in range(-1074, 1024):                              # where the reduction changes its mind
        yield float((k + mpf(1) / 2) * LN2 + mpf(random.uniform(-1, 1)) * mpf(2) ** -random.randrange(8, 44))
    for _ in range(500):                                      # near whole multiples of ln 2
        yield float(random.randrange(-1074, 1024) * LN2)
    for _ in range(1500):                                     # about zero
        yield random.uniform(-0.37, 0.37)
    for _ in range(500):
        yield random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
    for _ in range(1500):                                     # all
        yield random.uniform(-745.2, OVERFLOW)


if __name__ == "__main__":
    constants()
    write("exp", exp, (x for x in arguments() if UNDERFLOW - 1 < x <= OVERFLOW))
