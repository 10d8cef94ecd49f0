#!/usr/bin/env python3
"""Makes what Probit needs and is tested with. Run it in this folder: python3 probit.py (mpmath 1.3.0).

Prints the coefficients of Probit, and the errors of its quotients, and writes
  ../test/resources/io/github/scorelane/kernel/math/probit.csv   probabilities and their quantiles, about 29 digits

Central part, 1/64 <= p <= 63/64: x = c (sqrt(2 pi) + c^2 N(r)/D(r)) with c = p - 1/2, r = p (1 - p).
Tails, q = min(p, 1 - p): with r = sqrt(-2 ln q), |x| = r - N(r)/D(r) for r up to that of the least double."""
import random
from mpmath import erfc, erfinv, exp, log, mp, mpf, npdf, pi, sqrt
from rational import fit, show
from table import bits, double, write

mp.dps = 60
ROOT2 = sqrt(mpf(2))
EDGE = mpf(1) / 64


def upper(q):
    """The quantile of 1 - q, for 0 < q <= 1/2, by Newton's method for log q."""
    if q > mpf(1) / 1000:
        x = ROOT2 * erfinv(1 - 2 * q)
    else:
        r = sqrt(-2 * log(q))
        x = r - log(r * sqrt(2 * pi)) / r
    while True:
        tail = erfc(x / ROOT2) / 2
        step = (log(tail) - log(q)) * tail / npdf(x)
        x += step
        if abs(step) <= mpf(10) ** -50 * (1 + x):
            return x


def probit(p):
    return -upper(p) if p < mpf(1) / 2 else mpf(0) if 2 * p == 1 else upper(1 - p)


def coefficients():
    def central(r):
        c = sqrt(mpf(1) / 4 - r)
        slope = sqrt(2 * pi)
        return (ROOT2 * erfinv(2 * c) / c - slope) / c ** 2 if c > mpf(10) ** -15 else slope ** 3 / 6

    def tail(r):
        return r - upper(exp(-r * r / 2))

    low, high = EDGE * (1 - EDGE), mpf(1) / 4
    show("central", central, low, high, fit(central, low, high, 11, 10, log, exp), log, exp)
    low, high = sqrt(-2 * log(EDGE)), mpf("38.6")
    show("tail", tail, low, high, fit(tail, low, high, 10, 10, log, exp), log, exp)


def arguments():
    yield double(0x3f331a580482d226)                          # the worst found in a longer search
    yield from (5e-324, 1e-323, 2.0 ** -1022, 1e-300, 1e-100, 1e-20, 0.01, 0.25, 0.75, 0.99, double(bits(1.0) - 1))
    random.seed(20261121)
    for k in range(64):                                       # where the parts meet
        yield from (double(bits(2.0 ** -6) - 32 + k), double(bits(1 - 2.0 ** -6) - 32 + k))
    for k in range(1, 64):                                    # next to 1/2
        yield from (double(bits(0.5) - k), double(bits(0.5) + k))
    for _ in range(3000):
        yield random.random()
    for _ in range(500):
        yield 0.5 + random.choice((-1, 1)) * 2.0 ** -random.uniform(1, 50)
    for _ in range(2000):
        yield random.uniform(0, 2.0 ** -6)
    for _ in range(500):
        yield 1 - random.uniform(0, 2.0 ** -6)
    for _ in range(1500):
        yield 2.0 ** -random.uniform(6, 60)
    for _ in range(500):
        yield double(random.randrange(1, bits(2.0 ** -60)))


if __name__ == "__main__":
    coefficients()
    write("probit", probit, arguments())
