#!/usr/bin/env python3
"""Makes what LogGamma needs and is tested with. Run it in this folder: python3 log_gamma.py (mpmath 1.3.0).

Prints the coefficients of LogGamma, and the errors of its quotient and of its series, and writes
  ../test/resources/io/github/scorelane/kernel/math/log_gamma.csv   doubles and the logarithms of their gammas, about 29 digits

For 1 <= x < 4, ln gamma(x) = u (u - 1) (9/32 + N(u)/D(u)) with u = x - 1. Rounding hurts the polynomials less than in x, and
only what exceeds 9/32. From 4 on, ln gamma(x) = (x - 1/2) (ln x - 1) + ln(2 pi)/2 - 1/2 + S(1/x^2)/x."""
import random
from mpmath import digamma, euler, exp, log, loggamma, mp, mpf, pi, sqrt
from rational import fit, show
from table import bits, double, write

mp.dps = 60
SPLIT = 4
BASE = mpf(9) / 32


def identity(x):
    return x


def coefficients():
    def there(u):
        return log(u + 1)

    def back(t):
        return exp(t) - 1

    def middle(u):
        if abs(u) < mpf(10) ** -25:
            return euler - BASE
        if abs(u - 1) < mpf(10) ** -25:
            return 1 - euler - BASE
        return loggamma(u + 1) / (u * (u - 1)) - BASE

    def series(v):
        x = 1 / sqrt(v)
        return x * (loggamma(x) - (x - mpf(1) / 2) * log(x) + x - log(2 * pi) / 2)

    show("middle", middle, 0, SPLIT - 1, fit(middle, 0, SPLIT - 1, 7, 8, there, back), there, back)
    low, high = mpf(10) ** -8, mpf(1) / SPLIT ** 2
    show("series", series, low, high, fit(series, low, high, 8, 0, identity, identity), identity, identity)
    print("constant", float(log(2 * pi) / 2 - mpf(1) / 2))


def arguments():
    yield from (double(0x400a62c140a4587d), double(0x3fffb4852c8ac679))    # the worst found in a longer search
    yield from (5e-324, 2.0 ** -1022, 1e-300, 1e-20, 1.0, 2.0, 0.5, 1.5, 1e15, 1e100, 1e300, 2.5e305)
    random.seed(20261121)
    for n in range(3, 1001):                                  # factorials
        yield float(n)
    for _ in range(500):
        yield float(int(10.0 ** random.uniform(3, 15)))
    for edge in (0.5, 1.0, 2.0, 4.0):                         # where the parts meet, and the zeros
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
    write("log_gamma", loggamma, arguments())
