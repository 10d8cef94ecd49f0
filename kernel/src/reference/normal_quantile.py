#!/usr/bin/env python3
"""Makes what NormalQuantile needs and is tested with. Run it in this folder: python3 normal_quantile.py (mpmath 1.3.0).

Prints the coefficients of the central polynomial, and writes
  ../main/resources/io/github/scorelane/kernel/math/normal-quantile-tail.bin   the tail's polynomials, big-endian doubles
  ../test/resources/io/github/scorelane/kernel/math/normal-quantile.csv        words and their quantiles to 32 digits

Central part, |c| < 3/8 with c = u - 1/2: x = c (sqrt(2 pi) + s Q(s)), s = c^2, Q interpolated at Chebyshev nodes.
Tail, p < 1/8: 62 octaves of p, eight equal pieces an octave, from the largest p down. In a piece, f in [0, 1) falls with p, and
-x(p) = a0 + a1 f + ... + a10 f^10 with all coefficients positive, so that Horner's rule with rounding is monotone."""
import math
import random
import struct
from mpmath import mp, mpf, cos, erfinv, pi, sqrt

mp.dps = 80
OCTAVES, PIECES, DEGREE, CENTRAL = 62, 8, 10, 22


def upper(p):
    """The quantile of 1 - p."""
    return sqrt(mpf(2)) * erfinv(1 - 2 * p)


def interpolate(g, a, b, n):
    """Monomial coefficients of the polynomial through g at n Chebyshev nodes of [a, b]."""
    nodes = [(a + b) / 2 + (b - a) / 2 * cos(pi * (2 * k + 1) / (2 * n)) for k in range(n)]
    newton = [g(x) for x in nodes]
    for j in range(1, n):
        for i in range(n - 1, j - 1, -1):
            newton[i] = (newton[i] - newton[i - 1]) / (nodes[i] - nodes[i - j])
    poly = [mpf(0)] * n
    for i in range(n - 1, -1, -1):
        poly = [(poly[k - 1] if k else 0) - poly[k] * nodes[i] for k in range(n)]
        poly[0] += newton[i]
    return poly


def fma(a, b, c):
    return float(mpf(a) * mpf(b) + mpf(c))


def horner(coefficients, f):
    r = coefficients[-1]
    for a in reversed(coefficients[:-1]):
        r = fma(r, f, a)
    return r


def central():
    a0 = sqrt(2 * pi)
    q = interpolate(lambda s: (sqrt(mpf(2)) * erfinv(2 * sqrt(s)) / sqrt(s) - a0) / s, mpf(0), mpf(9) / 64, CENTRAL)
    high = float(a0)
    print("high", repr(high), "low", repr(float(a0 - mpf(high))))
    for k, c in enumerate(q):
        print(k, repr(float(c)))
    return high, float(a0 - mpf(high)), [float(c) for c in q]


def central_value(c, high, low, q):
    s = float(mpf(c) * mpf(c))
    t = float(mpf(s) * mpf(s))
    even, odd = q[CENTRAL - 2], q[CENTRAL - 1]
    for k in range(CENTRAL - 4, -1, -2):
        even, odd = fma(even, t, q[k]), fma(odd, t, q[k + 1])
    h = fma(fma(odd, s, even), s, low)
    return fma(c, high, float(mpf(c) * mpf(h)))


def tail(start):
    """All pieces, from the centre out. Where rounding makes a piece end above the next one's beginning, its slope is lowered
    until it does not: by less than an ulp of the result."""
    tops = [mpf(2) ** (-3 - octave) * (1 - mpf(piece) / (2 * PIECES))
            for octave in range(OCTAVES) for piece in range(PIECES)] + [mpf(2) ** -65]
    rows, lowered = [], 0
    for high, low in zip(tops, tops[1:]):
        first = upper(high)
        rest = interpolate(lambda f: (upper(high - f * (high - low)) - first) / f, mpf(0), mpf(1), DEGREE)
        row = [float(first)] + [float(r) for r in rest]
        eighth = math.ulp(row[0]) / 8
        while horner(row, 1 - 2.0 ** -53) > float(upper(low)):
            row[1] -= eighth
            lowered += 1
        assert all(a > 0 for a in row)
        rows.append(row)
    assert start <= rows[0][0], "the central part ends above the tail"
    print("slopes lowered by", lowered, "eighths of an ulp in", len(rows), "pieces")
    return rows


def words():
    yield from (0, 1, 2, 3, 2 ** 63, 2 ** 63 + 1, 2 ** 63 - 1, 2 ** 63 - 2, 2 ** 64 - 1, 2 ** 61 - 1, 2 ** 61)
    for octave in range(OCTAVES):
        for piece in range(PIECES):
            edge = (2 ** 60 * (2 * PIECES - piece) // PIECES) >> octave
            yield from (max(edge + d, 0) for d in (-1, 0))
    random.seed(20261121)
    for _ in range(4000):
        yield random.getrandbits(64)
    for _ in range(4000):
        yield random.getrandbits(64) >> random.randrange(3, 64)
    for _ in range(2000):
        yield 2 ** 63 + random.choice((-1, 1)) * (random.getrandbits(62) >> random.randrange(0, 62))


def main():
    high, low, q = central()
    rows = tail(central_value(0.375, high, low, q))
    with open("../main/resources/io/github/scorelane/kernel/math/normal-quantile-tail.bin", "wb") as out:
        for row in rows:
            out.write(struct.pack(">%dd" % len(row), *row))
    with open("../test/resources/io/github/scorelane/kernel/math/normal-quantile.csv", "w") as out:
        out.write("# word, quantile rounded to a double, what the rounding left; by normal_quantile.py, mpmath, 80 digits\n")
        for w in words():
            p = (mpf(w) + mpf(1) / 2) / mpf(2) ** 64
            x = -upper(p) if w < 2 ** 63 else upper(1 - p)
            out.write("%016x,%r,%r\n" % (w, float(x), float(x - mpf(float(x)))))


if __name__ == "__main__":
    main()
