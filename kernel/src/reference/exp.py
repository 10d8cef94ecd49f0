#!/usr/bin/env python3
"""Makes what Exp needs and is tested with. Run it in this folder: python3 exp.py (mpmath 1.3.0).

Prints the constants and coefficients of Exp, and the error of its polynomial, and writes
  ../test/resources/io/github/scorelane/kernel/math/exp.csv   doubles and their exponentials, about 29 digits

With |r| <= ln(2)/2, exp(r) = 1 + r + r^2/2 + r^3 p(r); p makes the largest error, of the exponential, least (Remez)."""
import random
from mpmath import cos, exp, expm1, floor, ln, lu_solve, matrix, mp, mpf, pi, polyval
from table import bits, double, write

mp.dps = 80
COEFFICIENTS = 9
LN2 = ln(mpf(2))
OVERFLOW, UNDERFLOW = 709.782712893384, -745.1332191019411


def p(r):
    return (expm1(r) - r - r ** 2 / 2) / r ** 3


def weight(r):
    return abs(r) ** 3 / exp(r)


def remez():
    """Monomial coefficients of the polynomial nearest to p, errors weighted."""
    points = COEFFICIENTS + 1
    nodes = [-LN2 / 2 * cos(pi * (2 * k + 1) / (2 * points)) for k in range(points)]
    grid = [-LN2 / 2 * cos(pi * (2 * k + 1) / 2400) for k in range(1200)]
    values, weights = [p(r) for r in grid], [weight(r) for r in grid]
    for _ in range(8):
        rows = [[r ** j for j in range(COEFFICIENTS)] + [(-1) ** k / weight(r)] for k, r in enumerate(nodes)]
        found = lu_solve(matrix(rows), matrix([p(r) for r in nodes]))
        poly = [found[j] for j in range(COEFFICIENTS)]
        errors = [(polyval(poly[::-1], r) - v) * w for r, v, w in zip(grid, values, weights)]
        runs = [[0]]                                          # places between two changes of sign
        for k in range(1, len(grid)):
            if errors[k] * errors[k - 1] < 0:
                runs.append([])
            runs[-1].append(k)
        assert len(runs) == points
        nodes = [grid[max(run, key=lambda k: abs(errors[k]))] for run in runs]
    return poly


def constants():
    high = float(floor(LN2 * 2 ** 40 + mpf(1) / 2) / 2 ** 40)
    print("1/ln 2:", float(1 / LN2), "ln 2: high", high, high.hex(), "low", float(LN2 - mpf(high)))
    q = [0.5] + [float(c) for c in remez()]
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
