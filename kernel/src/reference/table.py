"""Writes the table of exact results that a function's test reads."""
from mpmath import mpf, nint, nstr
import struct


def bits(x):
    return struct.unpack(">Q", struct.pack(">d", x))[0]


def double(b):
    return struct.unpack(">d", struct.pack(">Q", b))[0]


def nearest(y):
    """y rounded to a double once, also where the double is subnormal; float() would round it twice."""
    return float(y) if abs(y) >= mpf(2) ** -1022 else float(nint(y * mpf(2) ** 1074)) * 2.0 ** -1074


def write(name, function, xs, program=None):
    """name.csv: x's bits, function(x) rounded to a double, and what that rounding left, a decimal of 12 digits."""
    with open("../test/resources/io/github/scorelane/kernel/math/%s.csv" % name, "w") as out:
        out.write("# bits of x, %s rounded to a double, what the rounding left; by %s.py, mpmath\n"
                  % (name, program or name))
        for x in xs:
            y = function(mpf(x))
            out.write("%016x,%r,%s\n" % (bits(x), nearest(y), nstr(y - mpf(nearest(y)), 12)))
