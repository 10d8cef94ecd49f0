#!/usr/bin/env python3
"""Makes what Digamma needs and is tested with. Run it in this folder: python3 digamma.py (mpmath 1.3.0).

Prints the coefficients of Digamma, and the errors of its quotient and of its series, and writes
  ../test/resources/io/github/scorelane/kernel/math/digamma.csv   doubles and their digammas, about 29 digits

For 1 <= x < 3, digamma(x) = (u - u0) (9/16 + N(u)/D(u)) with u = x - 1, u0 its zero; rounding hurts only what exceeds 9/16. From
3 on, digamma(x) = ln x - (1/2 + P(1/x^2)/x)/x."""
import random
from mpmath import digamma, exp, findroot, log, mp, mpf, polygamma, sqrt
from rational import fit, show
from table import bits, double, write

mp.dps = 60
SPLIT = 3
BASE = mpf(9) / 16
ZERO = findroot(digamma, 1.4616)


def identity(x):
    return x


def coefficients():
    def there(u):
        return log(u + 1)

    def back(t):
        return exp(t) - 1

    def middle(u):
        x = u + 1
        return (polygamma(1, ZERO) if abs(x - ZERO) < mpf(10) ** -25 else digamma(x) / (x - ZERO)) - BASE

    def series(v):
        x = 1 / sqrt(v)
        return (log(x) - digamma(x) - 1 / (2 * x)) / v

    # D(0) is 16, so that x D(x) is a normal number for every x whose digamma is finite.
    parts = [[16 * c for c in part] for part in fit(middle, 0, SPLIT - 1, 6, 6, there, back)]
    show("middle", middle, 0, SPLIT - 1, parts, there, back)
    low, high = mpf(10) ** -8, mpf(1) / SPLIT ** 2
    show("series", series, low, high, fit(series, low, high, 11, 0, identity, identity), identity, identity)
    print("zero of u: high", float(ZERO - 1), "low", float(ZERO - 1 - mpf(float(ZERO - 1))))


def arguments():
    yield double(0x3ff7225b808bd1e0)                          # the worst found in a longer search
    yield from (5.6e-309, 2.0 ** -1022, 1e-300, 1e-20, 1.0, 2.0, 0.5, 1.5, float(ZERO), 1e15, 1e100, 1e300, 1.7e308)
    random.seed(20261121)
    for n in range(3, 501):
        yield from (float(n), n - 0.5)
    for edge in (0.5, 1.0, float(ZERO), 3.0):                 # where the parts meet, and the zero
        for k in range(1, 33):
            yield from (double(bits(edge) - k), double(bits(edge) + k))
        for _ in range(300):
            yield edge + random.choice((-1, 1)) * 2.0 ** -random.uniform(2, 50)
    for _ in range(3000):
        yield random.uniform(0, 5)
    for _ in range(1000):
        yield 10.0 ** random.uniform(-300, 300)
    for _ in range(1500):
        yield 10.0 ** random.uniform(-3, 3)


if __name__ == "__main__":
    coefficients()
    write("digamma", digamma, arguments())
