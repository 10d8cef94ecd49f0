#!/usr/bin/env python3
"""Makes what TanPi needs and is tested with. Run it in this folder: python3 tan_pi.py (mpmath 1.3.0).

Prints the constants and coefficients of TanPi, and the error of its rational function, and writes
  ../test/resources/io/github/scorelane/kernel/math/tan-pi.csv   doubles and tan(pi u), about 29 digits

With |r| <= 1/4 and t = r^2, tan(pi r) = r P(t)/Q(t), where P(0) = pi, Q(0) = 1, interpolating at Chebyshev nodes."""
import random
from mpmath import cos, cospi, lu_solve, matrix, mp, mpf, pi, polyval, sinpi, sqrt, tan
from table import bits, double, write

mp.dps = 80
NUMERATOR, DENOMINATOR = 3, 4
# The worst found by trying many.
WORST = [0x3fcff4bf5094d413, 0x3fcfe720414c4e48, 0x3fcfee688ce15036, 0x3fcff946c44edf6c,
         0x3fcfea0b68fe29f7, 0x3fcfe4e09ac2cc12, 0x3fcfc1fc7f35bb05, 0x3fcfce6219e00021]


def rational():
    n = NUMERATOR + DENOMINATOR
    equations, right = matrix(n, n), matrix(n, 1)
    for i in range(n):
        t = (1 + cos(pi * (2 * i + 1) / (2 * n))) / 32
        y = tan(pi * sqrt(t)) / sqrt(t)
        for j in range(NUMERATOR):
            equations[i, j] = t ** (j + 1)
        for j in range(DENOMINATOR):
            equations[i, NUMERATOR + j] = -y * t ** (j + 1)
        right[i] = y - pi
    solution = [float(c) for c in lu_solve(equations, right)]
    return solution[:NUMERATOR], solution[NUMERATOR:]


def constants():
    high = float(pi)
    print("pi: high", repr(high), "low", repr(float(pi - mpf(high))))
    p, q = rational()
    print("P1 ...", p)
    print("Q1 ...", q)
    worst = 0
    for k in range(1, 1001):
        r = mpf(k) / 4000
        numerator = polyval([mpf(c) for c in reversed(p)] + [pi], r * r)
        denominator = polyval([mpf(c) for c in reversed(q)] + [mpf(1)], r * r)
        worst = max(worst, abs(r * numerator / denominator / tan(pi * r) - 1))
    print("error of the rational function, of the tangent:", float(worst))


def arguments():
    yield from (0.0, -0.0, 5e-324, -5e-324, 0.25, -0.25, 1.0, 2.0 ** 49, 0.5 - 2.0 ** -54, 2.0 ** -54 - 0.5, 2.0 ** 48 - 0.125)
    yield from (double(b) for b in WORST)
    random.seed(20261121)
    for k in range(-64, 64):                                  # where the reduction changes its mind
        yield from (double(bits(0.25) + k), double(bits(-0.75) + k))
    for _ in range(1000):                                     # next to the zeros and the poles
        yield random.randrange(-2, 3) / 2 + random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
    for _ in range(1500):                                     # the worst are next to quarters
        yield random.choice((-0.25, 0.25)) + random.uniform(-1, 1) * 0.01
    for _ in range(1000):
        yield random.uniform(-0.5, 0.5)
    for _ in range(500):                                      # all
        yield random.uniform(-1, 1) * 2.0 ** random.randrange(50)


if __name__ == "__main__":
    constants()
    write("tan-pi", lambda u: sinpi(u) / cospi(u), (u for u in arguments() if (2 * u) % 2 != 1), "tan_pi")
