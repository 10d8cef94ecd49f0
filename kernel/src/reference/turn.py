#!/usr/bin/env python3
"""Makes what Turn needs and is tested with. Run it in this folder: python3 turn.py (mpmath 1.3.0).

Prints the constants and coefficients of Turn, and the errors of its polynomials, and writes
  ../test/resources/io/github/scorelane/kernel/math/turn-cos.csv   doubles and cos(2 pi u), about 29 digits
  ../test/resources/io/github/scorelane/kernel/math/turn-sin.csv   doubles and sin(2 pi u)

With |r| <= 1/8 and t = r^2, sin(2 pi r) = r (2 pi + t S(t)) and cos(2 pi r) = 1 + t (C0 + t C(t)), where C0 is -2 pi^2 rounded,
so that C makes up for the rounding; S and C interpolate at Chebyshev nodes."""
import random
from mpmath import cos, cospi, mp, mpf, pi, polyval, sin, sinpi, sqrt
from normal_quantile import interpolate
from table import bits, double, write

mp.dps = 80
# The worst found by trying many.
WORST = [0x3fbfff54aa9a848a, 0x3fbefef3eb29be1e, 0x3fbf00c19b902558, 0x3fbf0499da1e4ca2,
         0x3fbefc3880bf8fe0, 0x3fbeeae0046ef914, 0x3fbeec427b55cfd1, 0x3fbee769ddc4ce4a,
         0x3fc0008c82d86996, 0x3fc0005446d48a89, 0x3fc00179f7a7a8b6, 0x3fc000753856dcad,
         0x3fc0005c58100114, 0xbffdeeccf18c0fd2, 0x3fc000e5839767bf, 0x3fc001564c2658a5]


def constants():
    high = float(2 * pi)
    print("2 pi: high", repr(high), "low", repr(float(2 * pi - mpf(high))))
    s = interpolate(lambda t: (sin(2 * pi * sqrt(t)) / sqrt(t) - 2 * pi) / t, mpf(0), (1 + mpf(2) ** -40) / 64, 7)
    c0 = mpf(float(-2 * pi ** 2))
    c = interpolate(lambda t: (cos(2 * pi * sqrt(t)) - 1 - c0 * t) / t ** 2, mpf(0), mpf(1) / 64, 6)
    s = [float(a) for a in s]
    c = [float(a) for a in [c0] + c]
    for k in range(7):
        print(k, repr(s[k]), repr(c[k]))
    worst = [0, 0]
    for k in range(1, 1001):
        r = mpf(k) / 8000
        t = r * r
        sine = r * (2 * pi + t * polyval([mpf(a) for a in reversed(s)], t))
        cosine = 1 + t * polyval([mpf(a) for a in reversed(c)], t)
        worst = [max(worst[0], abs(sine / sin(2 * pi * r) - 1)), max(worst[1], abs(cosine / cos(2 * pi * r) - 1))]
    print("errors of the polynomials, of the sine and the cosine:", float(worst[0]), float(worst[1]))


def arguments():
    yield from (0.0, -0.0, 5e-324, -5e-324, 0.25, 0.5, -0.75, 1.0, 2.0 ** 49, 2.0 ** 49 - 0.125, 0.125 - 2.0 ** 48)
    yield from (double(b) for b in WORST)
    random.seed(20261121)
    for k in range(-64, 64):                                  # where the reduction changes its mind
        yield from (double(bits(0.125) + k), double(bits(-0.375) + k), double(bits(0.625) + k))
    for _ in range(1000):                                     # next to quarter turns
        yield random.randrange(-4, 5) / 4 + random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
    for _ in range(1500):                                     # the worst are next to eighths
        yield random.randrange(-4, 4) / 4 + 0.125 + random.uniform(-1, 1) * 0.01
    for _ in range(1000):
        yield random.uniform(-0.5, 0.5)
    for _ in range(500):                                      # all
        yield random.uniform(-1, 1) * 2.0 ** random.randrange(50)


if __name__ == "__main__":
    constants()
    write("turn-cos", lambda u: cospi(2 * u), arguments(), "turn")
    write("turn-sin", lambda u: sinpi(2 * u), arguments(), "turn")
