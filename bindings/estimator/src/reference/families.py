#!/usr/bin/env python3
"""Log densities and scores of the univariate families to 50 digits. Run it in this folder: python3 families.py,
or, for some families alone, python3 families.py Name … (mpmath 1.3.0).

Writes ../test/resources/io/github/scorelane/distribution/references.csv, a line a point: the family, the numbers that the
distribution is made of, x, log p, the scores, the diagonal of the Fisher information, and by how much the test's bounds are
multiplied, 1 but for the named exceptions.

A family is its log density here, and the scores are its derivatives, taken numerically at 120 digits: nothing of how the
library computes them is in this file."""
from functools import cache
from mpmath import (besseli, ceil, cos, cosh, diff, erfc, euler, exp, floor, inf,
                    isinf, log, log1p, loggamma, mp, mpf, nstr, pi, psi, sqrt, workdps, zeta)

from some_families import chosen, rewritten

mp.dps = 120

# name: (log density of x and the numbers, how many of the numbers are parameters (0: all), Fisher information's diagonal,
#        the distributions, points as multiples of a scale and from a centre: centre(numbers), scale(numbers), multiples)
REAL = [-12, -3.3, -1.25, -0.4, -1e-3, 1e-9, 0.15, 0.9, 1.7, 4, 9]
ZERO_ONE = [0, 1]
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


def interval(m, s, a, b):
    """The standardised bounds, turned about 0 where they are below it, the sign of that, and the probability between."""
    low, high, sign = ((a - m) / s, (b - m) / s, 1) if b > m else ((m - b) / s, (m - a) / s, -1)
    return low, high, sign, (erfc(low / sqrt(2)) - erfc(high / sqrt(2))) / 2


def truncated_density(x, m, s, a, b):
    return -((x - m) / s) ** 2 / 2 - log(s) - log(2 * pi) / 2 - log(interval(m, s, a, b)[3])


def truncated_fisher(m, s, a, b):
    low, high, _, mass = interval(m, s, a, b)

    def at(z, k):
        return 0 if isinf(z) else z ** k * exp(-z ** 2 / 2) / sqrt(2 * pi)
    moments = [mpf(1), (at(low, 0) - at(high, 0)) / mass]
    for k in range(2, 5):
        moments.append((k - 1) * moments[k - 2] + (at(low, k - 1) - at(high, k - 1)) / mass)
    return (moments[2] - moments[1] ** 2) / s ** 2, (moments[4] - moments[2] ** 2) / s ** 2


def truncated_scale(m, s, a, b):
    if a < m < b:
        return (b - a) / 40 if b - a < inf else s / 3
    far = max(1, abs(interval(m, s, a, b)[0]))
    return min(s / far, (b - a) / 40) * (1 if b > m else -1)
COUNTS = range(19)


def log_choose(n, k):
    return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)


def lowest(mean, deviation, end=mpf("inf")):
    """A whole number nine standard deviations below the mean, or the first of all, or 18 below the last."""
    return max(mpf(0), min(ceil(mean - 9 * deviation), end - 18))


def step(mean, deviation, end=mpf("inf")):
    """About a standard deviation, so that 18 of them from there do not go beyond the end."""
    return max(mpf(1), floor(min(deviation, (end - lowest(mean, deviation, end)) / 18)))


@cache
def information_of_successes(r, p):
    """The integral over v from 0 of e^-v g(t)/r, with t = 1 - e^(-v/r) and g(t) = -log(1 - (1 - p)t)/t; v = e^(k/64)."""
    with workdps(40):
        def g(v):
            return -log(1 - (1 - p) * (1 - exp(-v / r))) / (1 - exp(-v / r))
        nodes = [exp(mpf(k) / 64) for k in range(-30 * 64, 4 * 64)]
        return sum(v * exp(-v) * g(v) for v in nodes) / 64 / r


def failures(r, p):
    """Mean and standard deviation."""
    return r * (1 - p) / p, sqrt(r * (1 - p)) / p


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
    "TruncatedNormal": (truncated_density, 2, truncated_fisher,
                        [(0, 1, -1, 2), (0.5, 1.2, 0, inf), (0, 1, -inf, -3), (0, 1, 30, inf), (0, 1, -inf, -30), (0, 1, 40, 41),
                         (5, 0.01, 0, 1), (0, 1, -1e-3, 1e-3), (2, 3, 2, 2.5), (0, 1, -inf, inf), (0, 1, 0, 1e-3), (0, 1, 0, 1e6)],
                        lambda m, s, a, b: 0 if isinf(b - a) and a < m < b else a if b > m else b, truncated_scale, POSITIVE),
    "Poisson": (lambda x, m: x * log(m) - m - loggamma(x + 1), 1, lambda m: (1 / m,),
                [(3,), (1e-6,), (0.4,), (40,), (2600.25,), (1e9,), (1e15,)], lambda m: lowest(m, sqrt(m)),
                lambda m: step(m, sqrt(m)), COUNTS),
    "Binomial": (lambda x, p, n: log_choose(n, x) + x * log(p) + (n - x) * log(1 - p), 1, lambda p, n: (n / (p * (1 - p)),),
                 [(0.3, 50), (0.9999, 20), (1 - 2 ** -53, 18), (1e-300, 18), (2e-9, 10 ** 9), (0.7, 15000), (0.3, 10 ** 9),
                  (1 - 1e-8, 2147483647)], lambda p, n: lowest(n * p, sqrt(n * p * (1 - p)), n),
                 lambda p, n: step(n * p, sqrt(n * p * (1 - p)), n), COUNTS),
    "NegativeBinomial": (lambda x, r, p: loggamma(x + r) - loggamma(r) - loggamma(x + 1) + r * log(p) + x * log(1 - p), 2,
                         lambda r, p: (information_of_successes(r, p), r / (p * p * (1 - p))),
                         [(5, 0.3), (2.5, 0.01), (40, 1e-3), (1, 1e-4), (0.02, 0.01), (1e-3, 1e-6), (3.7, 0.9999), (0.5, 1e-9),
                          (1e6, 0.5), (1e9, 0.9), (1e6, 1 - 1e-6), (15.9, 0.02), (16, 0.02)],
                         lambda r, p: lowest(*failures(r, p)), lambda r, p: step(*failures(r, p)), COUNTS),
    "Gamma": (lambda x, a, t: (a - 1) * log(x) - x / t - loggamma(a) - a * log(t), 2,
              lambda a, t: (psi(1, a), a / t ** 2),
              [(2.5, 1.3), (0.3, 2), (1, 1), (1e-3, 1), (63.9, 1e100), (64.1, 1e-100), (1e3, 3.1), (1e9, 0.7)],
              lambda a, t: max(0, a - sqrt(a)) * t, lambda a, t: sqrt(a) * t, POSITIVE + [1e-100]),
    "ChiSquared": (lambda x, k: (k / 2 - 1) * log(x) - x / 2 - loggamma(k / 2) - k / 2 * log(mpf(2)), 1,
                   lambda k: (psi(1, k / 2) / 4,), [(3,), (1,), (0.01,), (1e7,)],
                   lambda k: max(0, k - sqrt(2 * k)), lambda k: sqrt(2 * k), POSITIVE + [1e-100]),
    "InverseGamma": (lambda x, a, b: a * log(b) - (a + 1) * log(x) - b / x - loggamma(a), 2,
                     lambda a, b: (psi(1, a), a / b ** 2),
                     [(2.5, 1.3), (0.3, 2), (1e-3, 1), (64.1, 1e-100), (1e9, 0.7)],
                     lambda a, b: max(0, a - sqrt(a)) * b / a ** 2, lambda a, b: sqrt(a) * b / a ** 2, POSITIVE + [1e50]),
    "Beta": (lambda x, a, b: (a - 1) * log(x) + (b - 1) * log(1 - x) - loggamma(a) - loggamma(b) + loggamma(a + b), 2,
             lambda a, b: (psi(1, a) - psi(1, a + b), psi(1, b) - psi(1, a + b)),
             [(2, 3), (1, 1), (0.5, 0.5), (1e-3, 4), (70, 1e6), (1e6, 63), (65, 66), (1e9, 1e9), (1e9, 2)],
             lambda a, b: a / (a + b), lambda a, b: min(a, b) / (a + b) * min(1, 10 * sqrt(1 / a + 1 / b)),
             [-1 + 1e-6, -0.99, -0.7, -0.4, -0.1, -1e-9, 1e-3, 0.1, 0.2, 0.35, 0.6, 0.9]),
    "InverseGaussian": (lambda x, m, l: log(l / (2 * pi * x ** 3)) / 2 - l * (x - m) ** 2 / (2 * m ** 2 * x), 2,
                        lambda m, l: (l / m ** 3, 1 / (2 * l ** 2)),
                        [(1.5, 2), (1, 1e-6), (1, 1e8), (1e-100, 3e-100), (1e100, 1e100)], lambda m, l: 0, lambda m, l: m,
                        POSITIVE + [1 - 1e-4, 1 + 3e-5, 1 + 1e-9]),
    "StudentT": (lambda x, n, m, s: loggamma((n + 1) / 2) - loggamma(n / 2) - log(n * pi) / 2 - log(s)
                 - (n + 1) / 2 * log(1 + ((x - m) / s) ** 2 / n), 3,
                 lambda n, m, s: ((psi(1, n / 2) - psi(1, (n + 1) / 2)) / 4 - (n + 5) / (2 * n * (n + 1) * (n + 3)),
                                  (n + 1) / (n + 3) / s ** 2, 2 * n / (n + 3) / s ** 2),
                 [(5, 0, 1), (1, 0, 1), (0.01, 0, 1), (7.9, 3, 0.5), (8, 0, 1), (31.9, 0, 2), (1e6, -1, 2)],
                 lambda n, m, s: m, lambda n, m, s: s, REAL + [1e5, -1e80, 1e200]),
    "NormalMixture": (mixture, 9, mixture_fisher,
                      [(0.2, -1, 0.5, -1, 0, 2, 1, 0.5, 2), (0, -8, 2, 0, 1e3, -1e3, 1e-3, 1e3, 1)],
                      lambda *p: 0, lambda *p: 1, REAL + [-1e3, -998, 500]),
    "VonMises": (lambda x, m, k: k * cos(x - m) - log(2 * pi * besseli(0, k)), 2,
                 lambda m, k: (k * resultant(k), 1 - resultant(k) / k - resultant(k) ** 2),
                 [(0.5, 2), (-3, 1e-6), (0, 0.3), (3, 19.9), (1, 20.1), (0.7, 1e4), (-0.1, 1e6), (0, 1e12)],
                 lambda m, k: m, lambda m, k: 1 if k < 1 else 1 / sqrt(k), REAL),
    "Zeta": (lambda x, s: -s * log(x) - log(zeta(s)), 1, lambda s: (diff(lambda t: log(zeta(t)), s, 2),),
             [(2.5,), (1.3,), (1.001,), (4,), (30,)], lambda s: 1, lambda s: 1, [0, 1, 2, 9, 99, 1e6 - 1, 1e15 - 1]),
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
    return " ".join(repr(float(n)).replace("inf", "Infinity") for n in numbers)


def digits(numbers):
    return " ".join(nstr(n, 20) for n in numbers)


def factor(name, numbers, x):
    return max([f for n, condition, f in EXCEPTIONS if n == name and condition(numbers, x)], default=1)


def main():
    with rewritten("../test/resources/io/github/scorelane/distribution/references.csv", FAMILIES) as out:
        out.write("# family,numbers,x,log density,scores,Fisher information (diagonal),factor; by families.py, mpmath\n")
        for name, (density, parameters, fisher, distributions, centre, scale, multiples) in chosen(FAMILIES).items():
            for given in distributions:
                numbers = [mpf(float(n)) for n in given]
                information = fisher(*numbers)
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
                                                          digits(scores), digits(information),
                                                          factor(name, given, x)))


if __name__ == "__main__":
    main()
