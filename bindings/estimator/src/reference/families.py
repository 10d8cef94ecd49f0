#!/usr/bin/env python3
"""Log densities and scores of the univariate families to 50 digits. Run it in this folder: python3 families.py (mpmath 1.3.0).

Writes ../test/resources/io/github/scorelane/distribution/references.csv, a line a point: the family, the numbers that the
distribution is made of, x, log p, the scores, the diagonal of the Fisher information, and by how much the test's bounds are
multiplied, 1 but for the named exceptions.

A family is its log density here, and the scores are its derivatives, taken numerically at 120 digits: nothing of how the
library computes them is in this file."""
from mpmath import diff, exp, floor, log, log1p, mp, mpf, nstr, pi, sqrt

mp.dps = 120

# name: (log density of x and the numbers, how many of the numbers are parameters (0: all), Fisher information's diagonal,
#        the distributions, points as multiples of a scale and from a centre: centre(numbers), scale(numbers), multiples)
REAL = [-12, -3.3, -1.25, -0.4, -1e-3, 1e-9, 0.15, 0.9, 1.7, 4, 9]
ZERO_ONE = [0, 1]
COUNTS = [0, 1, 2, 3, 5, 8, 13, 40, 100]
POSITIVE = [1e-12, 1e-3, 0.02, 0.3, 0.75, 1, 1.4, 2.5, 6, 15, 33]

VALUES = range(9)


def softmax_information(*logits):
    weights = [exp(t) for t in logits]
    return [w * (sum(weights) - w) / sum(weights) ** 2 for w in weights]


FAMILIES = {
    "Normal": (lambda x, m, s: -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2, 2, lambda m, s: (1 / s ** 2, 2 / s ** 2),
               [(0, 1), (-3, 0.25), (0.7, 1e-8), (0, 1e100)], lambda m, s: m, lambda m, s: s, REAL),
    "Exponential": (lambda x, m: -x / m - log(m), 1, lambda m: (1 / m ** 2,),
                    [(1,), (1e-100,), (1e100,)], lambda m: 0, lambda m: m, POSITIVE),
    "ExponentialOfRate": (lambda x, r: -x * r + log(r), 1, lambda r: (1 / r ** 2,),
                          [(2.5,), (1e-100,), (1e100,)], lambda r: 0, lambda r: 1 / r, POSITIVE),
    "Bernoulli": (lambda x, p: x * log(p) + (1 - x) * log1p(-p), 1, lambda p: (1 / p / (1 - p),),
                  [(0.3,), (0.5,), (0.0625,), (0.75,), (0.9999,), (1e-5,), (1e-18,), (1e-300,), (1 - 2.0 ** -20,),
                   (1 - 2.0 ** -53,)], lambda p: 0, lambda p: 1, ZERO_ONE),
    "BernoulliOfLogit": (lambda x, t: -log1p(exp((1 - 2 * x) * t)), 1, lambda t: (exp(t) / (1 + exp(t)) ** 2,),
                         [(t,) for t in (-0.7, 0, 3, 0.001, 40, -40, 200, -200, 17, -700)], lambda t: 0, lambda t: 1, ZERO_ONE),
    "Categorical": (lambda x, *t: t[int(x)] - log(sum(exp(s) for s in t)), 0, softmax_information,
                    [(0.5, -1, 2), (3, 3.5, -30, 2, -1, 0.3, 1e-9, 0.2, 1.7), (700, -700, 699), (40, 0), (-17, 0.5, -20)],
                    lambda *t: 0, lambda *t: 1, VALUES),
    "Geometric": (lambda x, p: log(p) + x * log1p(-p), 1, lambda p: (1 / p ** 2 / (1 - p),),
                  [(0.2,), (0.9,), (1e-3,), (1e-9,), (1 - 1e-9,)], lambda p: 0, lambda p: floor(1 / p), COUNTS),
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
                    if name == "Categorical" and x >= len(given):
                        continue
                    for p in range(parameters or len(given)):
                        def at(t, p=p):
                            return density(mpf(x), *[t if q == p else n for q, n in enumerate(numbers)])
                        scores.append(diff(at, numbers[p], h=abs(numbers[p]) * mpf(10) ** -40 or mpf(10) ** -40))
                    out.write("%s,%s,%r,%s,%s,%s,%r\n" % (name, doubles(numbers), x, nstr(density(mpf(x), *numbers), 20),
                                                          digits(scores), digits(fisher(*numbers)),
                                                          factor(name, given, x)))


main()
