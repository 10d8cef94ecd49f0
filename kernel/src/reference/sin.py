#!/usr/bin/env python3
"""Makes what Sin and Cos need and are tested with. Run it in this folder: python3 sin.py (mpmath 1.3.0).

Prints the constants and coefficients of Sin, and the errors of its polynomials, and writes
  ../test/resources/io/github/scorelane/kernel/math/sin.csv   doubles and their sines, about 29 digits
  ../test/resources/io/github/scorelane/kernel/math/cos.csv   doubles and their cosines

With |r| <= pi/4 and t = r^2, sin(r) = r - r t S(t) and cos(r) = 1 - t/2 + t^2 C(t); S and C interpolate at Chebyshev nodes."""
import random
from mpmath import cos, floor, mp, mpf, pi, polyval, sin, sqrt
from normal_quantile import interpolate
from table import bits, double, write

mp.dps = 80
LARGEST = 2.0 ** 20
# The worst found by trying many.
WORST_SIN = [0x3fe86adf1fd8cf66, 0x3fe83bdc38bf89d2, 0x3fe8830fc3d24bda, 0x3fe8570ca3aad141,
             0x3fe851980d3ff8d9, 0x3fe84a1cd6e0717c, 0x3fe838a8a153f310, 0x3fe82a988c66ce99]
WORST_COS = [0xc00f9afd19e7f089, 0x4015e1ba77391ffb, 0xc129a39a72d81e64, 0xc015dec4de7a0d3c,
             0xc00f9c82529b1dd8, 0xc002b425b71c0210, 0xc015dccf884d65cc, 0x41214945439e25b2]


def constants():
    high = mpf(float(pi / 2))
    middle = floor((pi / 2 - high) * mpf(2) ** 86) / mpf(2) ** 86
    print("pi/2:", repr(float(high)), repr(float(middle)), float(middle).hex(), repr(float(pi / 2 - high - middle)))
    print("2/pi:", repr(float(2 / pi)))
    end = (pi / 4) ** 2
    s = interpolate(lambda t: (1 - sin(sqrt(t)) / sqrt(t)) / t, mpf(0), end * (1 + mpf(2) ** -40), 6)
    c = interpolate(lambda t: (cos(sqrt(t)) - 1 + t / 2) / t ** 2, mpf(0), end, 6)
    s = [float(a) for a in s]
    c = [float(a) for a in c]
    for k in range(6):
        print(k, repr(s[k]), repr(c[k]))
    worst = [0, 0]
    for k in range(1, 1001):
        r = pi / 4 * k / 1000
        t = r * r
        sine = r - r * t * polyval([mpf(a) for a in reversed(s)], t)
        cosine = 1 - t / 2 + t * t * polyval([mpf(a) for a in reversed(c)], t)
        worst = [max(worst[0], abs(sine / sin(r) - 1)), max(worst[1], abs(cosine / cos(r) - 1))]
    print("errors of the polynomials, of the sine and the cosine:", float(worst[0]), float(worst[1]))


def nearest_zeros():
    """Of the doubles nearest to n pi/2, the eight that are nearest for each length of n in bits; in units of 2^-120."""
    half_pi = int(floor(pi / 2 * mpf(2) ** 120))
    found = {}
    for n in range(1, int(LARGEST / float(pi / 2)) + 1):
        x = n * float(pi / 2)
        numerator, denominator = x.as_integer_ratio()
        found.setdefault(n.bit_length(), []).append((abs(n * half_pi - numerator * 2 ** 120 // denominator), x))
    return [x for near in found.values() for _, x in sorted(near)[:8]]


def arguments(worst):
    yield from (0.0, -0.0, 5e-324, -5e-324, 1.0, -1.0, LARGEST, -LARGEST, float(pi), float(pi / 2), float(3 * pi / 2))
    yield from (double(b) for b in worst)
    yield from NEAREST_ZEROS
    random.seed(20261121)
    for _ in range(500):                                      # where the reduction changes its mind
        x = (random.randrange(-4, 4) + mpf(1) / 2) * pi / 2
        yield float(x + mpf(random.uniform(-1, 1)) * mpf(2) ** -random.randrange(8, 53))
    for _ in range(500):                                      # next to the zeros
        x = random.randrange(2 ** random.randrange(1, 19)) * pi / 2
        yield float(x + mpf(random.uniform(-1, 1)) * mpf(2) ** -random.randrange(53))
    for _ in range(1500):
        yield random.uniform(-6.3, 6.3)
    for _ in range(500):
        yield random.uniform(-1, 1) * 2.0 ** -random.randrange(40)
    for _ in range(1000):                                     # all
        yield random.uniform(-LARGEST, LARGEST)


NEAREST_ZEROS = nearest_zeros()

if __name__ == "__main__":
    constants()
    write("sin", sin, arguments(WORST_SIN), "sin")
    write("cos", cos, arguments(WORST_COS), "sin")
