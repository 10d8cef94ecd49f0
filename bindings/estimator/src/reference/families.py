#!/usr/bin/env python3
"""Log densities and scores of the univariate families to 50 digits. Run it in this folder: python3 families.py (mpmath 1.3.0).

Writes ../test/resources/io/github/scorelane/distribution/references.csv, a line a point: the family, the numbers that the
distribution is made of, x, log p, the scores, the diagonal of the Fisher information, and by how much the test's bounds are
multiplied, 1 but for the named exceptions.

A family is its log density here, and the scores are its derivatives, taken numerically at 120 digits: nothing of how the
library computes them is in this file."""
from mpmath import besseli, cos, diff, exp, log, mp, mpf, nstr, pi, sqrt

mp.dps = 120

# name: (log density of x and the numbers, how many of the numbers are parameters, Fisher information's diagonal,
#        the distributions, points as multiples of a scale and from a centre: centre(numbers), scale(numbers), multiples)
REAL = [-12, -3.3, -1.25, -0.4, -1e-3, 1e-9, 0.15, 0.9, 1.7, 4, 9]
POSITIVE = [1e-12, 1e-3, 0.02, 0.3, 0.75, 1, 1.4, 2.5, 6, 15, 33]


def mixture(x, *numbers):
    """Log density of a mixture of normals: logits, means, standard deviations."""
    count = len(numbers) // 3
    terms = [exp(numbers[k]) / numbers[2 * count + k] * exp(-((x - numbers[count + k]) / numbers[2 * count + k]) ** 2 / 2)
             for k in range(count)]
    return log(sum(terms)) - log(sum(exp(n) for n in numbers[:count])) - log(2 * pi) / 2


def mixture_fisher(*numbers):
    """The scores' mean squares, by the trapezoidal rule along each component: three digits are enough for a bound."""
    count = len(numbers) // 3
    logits, means, deviations = numbers[:count], numbers[count:2 * count], numbers[2 * count:]
    total = sum(exp(n) for n in logits)
    fisher = [mpf(0)] * len(numbers)
    for of in range(count):
        for step in range(-160, 161):
            x = means[of] + deviations[of] * step / 20
            z = [(x - m) / s for m, s in zip(means, deviations)]
            terms = [exp(l) / s * exp(-y * y / 2) for l, s, y in zip(logits, deviations, z)]
            r = [t / sum(terms) for t in terms]
            mass = exp(logits[of]) / total * exp(-mpf(step) ** 2 / 800) / sqrt(2 * pi) / 20
            scores = ([r[k] - exp(logits[k]) / total for k in range(count)] + [r[k] * z[k] / deviations[k] for k in range(count)]
                      + [r[k] * (z[k] ** 2 - 1) / deviations[k] for k in range(count)])
            fisher = [f + mass * score ** 2 for f, score in zip(fisher, scores)]
    return fisher


def resultant(k):
    return besseli(1, k) / besseli(0, k)


FAMILIES = {
    "Normal": (lambda x, m, s: -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2, 2, lambda m, s: (1 / s ** 2, 2 / s ** 2),
               [(0, 1), (-3, 0.25), (0.7, 1e-8), (0, 1e100)], lambda m, s: m, lambda m, s: s, REAL),
    "Exponential": (lambda x, m: -x / m - log(m), 1, lambda m: (1 / m ** 2,),
                    [(1,), (1e-100,), (1e100,)], lambda m: 0, lambda m: m, POSITIVE),
    "ExponentialOfRate": (lambda x, r: -x * r + log(r), 1, lambda r: (1 / r ** 2,),
                          [(2.5,), (1e-100,), (1e100,)], lambda r: 0, lambda r: 1 / r, POSITIVE),
    "InverseGaussian": (lambda x, m, l: log(l / (2 * pi * x ** 3)) / 2 - l * (x - m) ** 2 / (2 * m ** 2 * x), 2,
                        lambda m, l: (l / m ** 3, 1 / (2 * l ** 2)),
                        [(1.5, 2), (1, 1e-6), (1, 1e8), (1e-100, 3e-100), (1e100, 1e100)], lambda m, l: 0, lambda m, l: m,
                        POSITIVE + [1 - 1e-4, 1 + 3e-5, 1 + 1e-9]),
    "NormalMixture": (mixture, 9, mixture_fisher,
                      [(0.2, -1, 0.5, -1, 0, 2, 1, 0.5, 2), (0, -8, 2, 0, 1e3, -1e3, 1e-3, 1e3, 1)],
                      lambda *p: 0, lambda *p: 1, REAL + [-1e3, -998, 500]),
    "VonMises": (lambda x, m, k: k * cos(x - m) - log(2 * pi * besseli(0, k)), 2,
                 lambda m, k: (k * resultant(k), 1 - resultant(k) / k - resultant(k) ** 2),
                 [(0.5, 2), (-3, 1e-6), (0, 0.3), (3, 19.9), (1, 20.1), (0.7, 1e4), (-0.1, 1e6), (0, 1e12)],
                 lambda m, k: m, lambda m, k: 1 if k < 1 else 1 / sqrt(k), REAL),
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
                information = fisher(*numbers)
                for multiple in multiples:
                    x = float(mpf(centre(*numbers)) + mpf(scale(*numbers)) * mpf(multiple))
                    scores = []
                    for p in range(parameters):
                        def at(t, p=p):
                            return density(mpf(x), *[t if q == p else n for q, n in enumerate(numbers)])
                        scores.append(diff(at, numbers[p], h=abs(numbers[p]) * mpf(10) ** -40 or mpf(10) ** -40))
                    out.write("%s,%s,%r,%s,%s,%s,%r\n" % (name, doubles(numbers), x, nstr(density(mpf(x), *numbers), 20),
                                                          digits(scores), digits(information),
                                                          factor(name, given, x)))


main()
