#!/usr/bin/env python3
"""Makes what Atan is tested with. Run it in this folder: python3 atan.py (mpmath 1.3.0).

Prints the constants of Atan, and the error of its polynomial, and writes
  ../test/resources/io/github/scorelane/kernel/math/atan.csv   doubles and their inverse tangents, about 29 digits

The polynomial is that of fdlibm's s_atan.c (Sun Microsystems 1993): atan y = y - y^3 p(y^2) for |y| up to 7/16, more than tan(pi/8)."""
import random
import sys
from mpmath import atan, mp, mpf, pi, polyval, tan
from table import bits, double, write

mp.dps = 60
FDLIBM = [3.33333333333329318027e-01, -1.99999999998764832476e-01, 1.42857142725034663711e-01, -1.11111104054623557880e-01,
          9.09088713343650656196e-02, -7.69187620504482999495e-02, 6.66107313738753120669e-02, -5.83357013379057348645e-02,
          4.97687799461593236017e-02, -3.65315727442169155270e-02, 1.62858201153657823623e-02]
EIGHTH = float(tan(pi / 8))
THREE_EIGHTHS = float(tan(3 * pi / 8))


def constants():
    print("pi/4", float(pi / 4), "low", float(pi / 4 - mpf(float(pi / 4))), "tan(pi/8)", EIGHTH, "tan(3 pi/8)", THREE_EIGHTHS)
    print("coefficients", [float(c) for c in FDLIBM])
    worst = 0
    for k in range(1, 4001):
        y = mpf(EIGHTH) * k / 4000
        approximate = y - y ** 3 * polyval([mpf(c) for c in reversed(FDLIBM)], y * y)
        worst = max(worst, abs(approximate / atan(y) - 1))
    print("error of the polynomial, of the result:", float(worst))


def arguments():
    largest = sys.float_info.max
    yield from (5e-324, 2.0 ** -1022, 1e-100, 1e-8, 0.5, 1.0, 2.0, 1e8, 1e100, largest)
    random.seed(20261121)
    for centre in (EIGHTH, 1.0, THREE_EIGHTHS):               # where the reduction changes its mind, and where y is 0
        for k in range(-128, 129):
            yield double(bits(centre) + k)
        for _ in range(500):
            yield centre * (1 + random.choice((-1, 1)) * random.random() * 2.0 ** -random.randrange(1, 53))
    for _ in range(3000):
        yield random.choice((-1, 1)) * random.random() * 3
    for _ in range(1500):
        yield random.choice((-1, 1)) * 2.0 ** random.uniform(-30, 60)
    for _ in range(500):                                      # all
        yield random.choice((-1, 1)) * double(random.randrange(1, bits(largest)))


if __name__ == "__main__":
    constants()
    write("atan", atan, arguments())
