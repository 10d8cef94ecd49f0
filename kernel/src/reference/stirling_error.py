#!/usr/bin/env python3
"""Makes what StirlingError needs and is tested with. Run it in this folder: python3 stirling_error.py (mpmath 1.3.0).

Prints the coefficients of StirlingError, and the error of its quotient, and writes
  ../test/resources/io/github/scorelane/kernel/math/stirling_error.csv             doubles from 1/2 on and their Stirling errors
  ../test/resources/io/github/scorelane/kernel/math/stirling_error_below_half.csv  the same below 1/2, about 29 digits

For x >= 1/2, x times the error is 1/12 less v N(v)/D(v), v = 1/x^2. Multiplied by the same power of w = x^2, numerator and
denominator are polynomials in w; a power of two makes D about 1/4 for the largest w, 2^52."""
import random
from mpmath import exp, log, loggamma, mp, mpf, pi, sqrt
from rational import fit, show
from table import bits, double, write

mp.dps = 60
DEGREE = 11


def error(x):
    """From 10^20 on, log-gamma would cancel too much; the series has what is needed."""
    if x > mpf(10) ** 10:
        v = 1 / x ** 2
        return (mpf(1) / 12 - v * (mpf(1) / 360 - v * (mpf(1) / 1260 - v / 1680))) / x
    return loggamma(x + 1) - (x + mpf(1) / 2) * log(x) + x - log(2 * pi) / 2


def coefficients():
    def quotient(v):
        x = 1 / sqrt(v)
        return (mpf(1) / 12 - x * error(x)) / v

    def there(v):
        return log(v + mpf(1) / 5)

    def back(t):
        return exp(t) - mpf(1) / 5

    low, high = mpf(10) ** -8, mpf(4)
    scale = mpf(2) ** (-52 * DEGREE - 2)
    numerator, denominator = fit(quotient, low, high, DEGREE - 1, DEGREE, there, back)
    parts = [[c * scale for c in reversed(part)] for part in (numerator, denominator)]
    show("quotient", lambda w: quotient(1 / w) / w, 1 / high, mpf(2) ** 52, parts, log, exp)


def arguments():
    yield double(0x3fe4a814a2adacf5)                          # the worst found in a longer search
    yield from (0.5, 1e10, 1e100, 1e300, 1.7e308)
    random.seed(20261121)
    for n in range(1, 1001):
        yield from (float(n), n - 0.5)
    for k in range(1, 33):
        yield double(bits(0.5) + k)
    for _ in range(2000):
        yield random.uniform(0.5, 20)
    for _ in range(1000):
        yield 2.0 ** random.uniform(-1, 60)
    for _ in range(500):
        yield 2.0 ** random.uniform(60, 1000)


def below_half():
    yield from (5e-324, 1e-300, 1e-20)
    for k in range(1, 33):
        yield double(bits(0.5) - k)
    for _ in range(1000):
        yield random.uniform(0, 0.5)
    for _ in range(500):
        yield 2.0 ** -random.uniform(1, 1000)


if __name__ == "__main__":
    coefficients()
    write("stirling_error", error, arguments())
    write("stirling_error_below_half", error, below_half())
