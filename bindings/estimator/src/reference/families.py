#!/usr/bin/env python3
"""Log densities and scores of the univariate families to 50 digits. Run it in this folder: python3 families.py (mpmath 1.3.0).

Writes ../test/resources/io/github/scorelane/distribution/references.csv, a line a point: the family, the numbers that the
distribution is made of, x, log p, the scores, the diagonal of the Fisher information, and by how much the test's bounds are
multiplied, 1 but for the named exceptions.

A family is its log density here, and the scores are its derivatives, taken numerically at 120 digits: nothing of how the
library computes them is in this file."""
from mpmath import cosh, diff, euler, exp, log, mp, mpf, nstr, pi, psi, sqrt

mp.dps = 120

# name: (log density of x and the numbers, how many of the numbers are parameters, Fisher information's diagonal,
#        the distributions, points as multiples of a scale and from a centre: centre(numbers), scale(numbers), multiples)
REAL = [-12, -3.3, -1.25, -0.4, -1e-3, 1e-9, 0.15, 0.9, 1.7, 4, 9]
POSITIVE = [1e-12, 1e-3, 0.02, 0.3, 0.75, 1, 1.4, 2.5, 6, 15, 33]

FAMILIES = {
    "Normal": (lambda x, m, s: -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2, 2, lambda m, s: (1 / s ** 2, 2 / s ** 2),
               [(0, 1), (-3, 0.25), (0.7, 1e-8), (0, 1e100)], lambda m, s: m, lambda m, s: s, REAL),
    "Exponential": (lambda x, m: -x / m - log(m), 1, lambda m: (1 / m ** 2,),
                    [(1,), (1e-100,), (1e100,)], lambda m: 0, lambda m: m, POSITIVE),
    "ExponentialOfRate": (lambda x, r: -x * r + log(r), 1, lambda r: (1 / r ** 2,),
                          [(2.5,), (1e-100,), (1e100,)], lambda r: 0, lambda r: 1 / r, POSITIVE),
    "LogNormal": (lambda x, m, s: -((log(x) - m) / s) ** 2 / 2 - log(x) - log(s) - log(2 * pi) / 2, 2,
                  lambda m, s: (1 / s ** 2, 2 / s ** 2), [(0, 1), (-1, 0.25), (0.5, 10)],
                  lambda m, s: 0, lambda m, s: exp(m), POSITIVE),
    "Rayleigh": (lambda x, s: log(x) - 2 * log(s) - x ** 2 / (2 * s ** 2), 1, lambda s: (4 / s ** 2,),
                 [(1,), (1e-100,), (1e100,)], lambda s: 0, lambda s: s, POSITIVE),
    "Weibull": (lambda x, k, l: log(k) - log(l) + (k - 1) * log(x / l) - (x / l) ** k, 2,
                lambda k, l: ((pi ** 2 / 6 + (1 - euler) ** 2) / k ** 2, (k / l) ** 2),
                [(1.5, 2), (1, 1e100), (0.1, 1), (50, 1e-3)], lambda k, l: 0, lambda k, l: l, POSITIVE),
    "Laplace": (lambda x, m, b: -abs(x - m) / b - log(2 * b), 2, lambda m, b: (1 / b ** 2, 1 / b ** 2),
                [(0, 1), (-3, 0.25), (0, 1e100)], lambda m, b: m, lambda m, b: b, REAL),
    "Gumbel": (lambda x, m, b: -(x - m) / b - exp(-(x - m) / b) - log(b), 2,
               lambda m, b: (1 / b ** 2, (pi ** 2 / 6 + (1 - euler) ** 2) / b ** 2),
               [(0, 1), (-3, 0.25), (0, 1e100)], lambda m, b: m, lambda m, b: b, REAL),
    "Logistic": (lambda x, m, s: -2 * log(cosh((x - m) / (2 * s))) - log(4 * s), 2,
                 lambda m, s: (1 / (3 * s ** 2), (3 + pi ** 2) / (9 * s ** 2)),
                 [(0, 1), (-3, 0.25), (0, 1e100)], lambda m, s: m, lambda m, s: s, REAL + [-60, 800]),
    "Cauchy": (lambda x, m, g: -log(pi * g) - log(1 + ((x - m) / g) ** 2), 2,
               lambda m, g: (1 / (2 * g ** 2), 1 / (2 * g ** 2)), [(0, 1), (-3, 0.25), (0, 1e100)],
               lambda m, g: m, lambda m, g: g, REAL + [-1e15, 1e30, 1e180]),
    "Pareto": (lambda x, a, k: log(a) + a * log(k) - (a + 1) * log(x), 1, lambda a, k: (1 / a ** 2,),
               [(2.5, 1), (0.3, 7), (100, 1e-100)], lambda a, k: k, lambda a, k: k, POSITIVE),
    "HalfNormal": (lambda x, s: -(x / s) ** 2 / 2 - log(s) + log(2 / pi) / 2, 1, lambda s: (2 / s ** 2,),
                   [(1,), (1e-100,), (1e100,)], lambda s: 0, lambda s: s, POSITIVE),
    "Kumaraswamy": (lambda x, a, b: log(a * b) + (a - 1) * log(x) + (b - 1) * log(1 - x ** a), 2,
                    lambda a, b: ((1 + b / (b - 2) * ((psi(0, b) - psi(0, 2)) ** 2 + psi(1, 2) - psi(1, b))) / a ** 2, 1 / b ** 2),
                    [(2, 3), (0.5, 0.5), (1, 1), (0.02, 0.02), (10, 1e10), (1, 30)], lambda a, b: 0, lambda a, b: 1,
                    [1e-300, 1e-12, 1e-3, 0.02, 0.2, 0.4, 0.5, 0.6, 0.8, 0.95, 0.999, 1 - 1e-9]),
}

# Families whose bounds are multiplied: name, condition on the numbers and x, factor, with the reason.
EXCEPTIONS = [
]


def doubles(numbers):
    return " ".join(repr(float(n)) for n in numbers)


def digits(numbers):
    return " ".join(nstr(n, 20) for n in numbers)


def factor(name, numbers, x):
    return max([f for n, condition, f in EXCEPTIONS if n == name and condition(numbers, x)], default=1)


def main():
    with open("../test/resources/io/github/scorelane/distribution/references.csv", "w") as out:
        out.write("# family,numbers,x,log density,scores,Fisher information (diagonal),factor; by families.py, mpmath\n")
        for name, (density, parameters, fisher, distributions, centre, scale, multiples) in FAMILIES.items():
            for given in distributions:
                numbers = [mpf(float(n)) for n in given]
                for multiple in multiples:
                    x = float(mpf(centre(*numbers)) + mpf(scale(*numbers)) * mpf(multiple))
                    scores = []
                    for p in range(parameters):
                        def at(t, p=p):
                            return density(mpf(x), *[t if q == p else n for q, n in enumerate(numbers)])
                        scores.append(diff(at, numbers[p], h=abs(numbers[p]) * mpf(10) ** -40 or mpf(10) ** -40))
                    out.write("%s,%s,%r,%s,%s,%s,%r\n" % (name, doubles(numbers), x, nstr(density(mpf(x), *numbers), 20),
                                                          digits(scores), digits(fisher(*numbers)),
                                                          factor(name, given, x)))


main()
