#!/usr/bin/env python3
"""Makes what Deviance needs and is tested with. Run it in this folder: python3 deviance.py (mpmath 1.3.0).

Prints the coefficients of Deviance, and the error of its series, and writes
  ../test/resources/io/github/scorelane/kernel/math/deviance.csv   doubles and their deviances from 37.3, about 29 digits

With v = (x - m)/(x + m), x ln(x/m) = 2 x atanh(v), and atanh(v) = v + v^3 A(v^2)."""
import random
from mpmath import atanh, log, mp, mpf, sqrt
from rational import fit, show
from table import bits, double, write

mp.dps = 60
MEAN = mpf(37.3)


def identity(x):
    return x


def coefficients():
    def series(z):
        v = sqrt(z)
        return (atanh(v) / v - 1) / z if z > mpf(10) ** -20 else mpf(1) / 3 + z / 5

    show("series", series, 0, 0.25, fit(series, 0, 0.25, 12, 0, identity, identity), identity, identity)


def deviance(x):
    mp.dps = 100
    y = x * log(x / MEAN) + MEAN - x
    mp.dps = 60
    return y


def arguments():
    yield double(0x405d3f54c2e96fa4)                          # the worst found in a longer search
    yield from (5e-324, 1e-300, 1e-20, 37.3 / 3, 3 * 37.3, 1e10, 1e100, 1e300)
    random.seed(20261121)
    for n in range(1, 501):
        yield float(n)
    for edge in (37.3 / 3, 37.3, 3 * 37.3):                   # where the parts meet, and the zero
        for k in range(1, 33):
            yield from (double(bits(edge) - k), double(bits(edge) + k))
        for _ in range(500):
            yield edge * (1 + random.choice((-1, 1)) * 2.0 ** -random.uniform(2, 50))
    for _ in range(2000):
        yield random.uniform(10, 120)
    for _ in range(1000):
        yield 37.3 * 2.0 ** random.uniform(-10, 10)
    for _ in range(500):
        yield 10.0 ** random.uniform(-300, 300)


if __name__ == "__main__":
    coefficients()
    write("deviance", deviance, arguments())
