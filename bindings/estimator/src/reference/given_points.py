#!/usr/bin/env python3
"""Log densities and scores at given points of distributions with extreme parameters, to 50 digits. Run it in this folder:
python3 given_points.py (mpmath 1.3.0; a minute).

Writes ../test/resources/io/github/scorelane/distribution/given-points.csv in the form of references.csv. The densities and the Fisher
information are those of families.py; the distributions are narrow ones, far from 0 or next to a bound, and very flat ones, where a
point, a parameter or their difference that is rounded would move the score by more than the bound of the test."""
from mpmath import mp, mpf, nstr

source = open("families.py").read()
exec(source[:source.index("# Families whose bounds")])
mp.dps = 120
NEAR = [-3.3, -1.25, -0.4, -1e-3, 1e-6, 0.15, 0.9, 1.7, 4]
ABOVE = [1e-6, 1e-3, 0.3, 1, 2.5, 12]


def turned(m, k):
    return m - 2 * pi * floor(m / (2 * pi) + mpf(1) / 2)


# family: (distributions, centre, scale, multiples)
EXTREMES = {
    "Normal": ([(1e10, 1e-5), (-1e-20, 1e-30)], lambda m, s: m, lambda m, s: s, NEAR),
    "Laplace": ([(1e10, 1e-5)], lambda m, s: m, lambda m, s: s, NEAR),
    "Gumbel": ([(1e10, 1e-5)], lambda m, s: m, lambda m, s: s, NEAR),
    "Logistic": ([(1e10, 1e-5)], lambda m, s: m, lambda m, s: s, NEAR),
    "Cauchy": ([(1e10, 1e-5)], lambda m, s: m, lambda m, s: s, NEAR + [1e100]),
    "LogNormal": ([(5, 1e-4), (-300, 1e-3), (700, 1e-8), (-705, 1e-3), (1e-20, 1e-30), (-5, 1e-12), (600, 9), (65, 1), (63, 1), (0, 1e-10),
                   (2, 0.03)],
                  lambda m, s: exp(m), lambda m, s: s * exp(m), NEAR),
    "Weibull": ([(1e4, 3.7), (1e12, 1e-3), (65, 0.3), (63, 0.3), (1e3, 1e100)], lambda k, l: l, lambda k, l: l / k,
                [-12, -3.3, -1.25, -0.4, -1e-3, 1e-6, 0.15, 0.9, 1.7, 3]),
    "Pareto": ([(1e4, 3.7), (1e12, 0.3), (63, 0.7), (65, 0.7)], lambda a, k: k, lambda a, k: k / a, ABOVE),
    "Kumaraswamy": ([(1e6, 2.5), (1e10, 0.5), (1e-6, 1e6), (2, 1e-10)], lambda a, b: 1 if a > 1 else 0, lambda a, b: -1 / a if a > 1 else 1,
                    [1e-6, 1e-3, 0.3, 0.7]),
    "TruncatedNormal": ([(1e6, 1e-3, 999999.999, 1000000.001), (0, 1, 100, inf), (5, 1e-8, 0, 1)],
                        lambda m, s, a, b: a if b > m else b, lambda m, s, a, b: truncated_scale(m, s, a, b), [1e-3, 0.02, 0.3, 0.75, 1, 1.4]),
    "Poisson": ([(1e-300,), (1e15,)], lambda m: lowest(m, sqrt(m)), lambda m: step(m, sqrt(m)), COUNTS),
    "Binomial": ([(1 - 2.0 ** -53, 2147483647), (1e-12, 2147483647), (0.999999, 2147483647)],
                 lambda p, n: lowest(n * p, sqrt(n * p * (1 - p)), n), lambda p, n: step(n * p, sqrt(n * p * (1 - p)), n), COUNTS),
    "NegativeBinomial": ([(1e12, 1 - 1e-9), (33, 1 - 2.0 ** -50), (1e-12, 1e-3), (1e15, 0.6)], lambda r, p: lowest(*failures(r, p)),
                         lambda r, p: step(*failures(r, p)), COUNTS),
    "Gamma": ([(1e15, 3), (1e-10, 1), (1e12, 1e-300)], lambda a, t: max(0, a - sqrt(a)) * t, lambda a, t: sqrt(a) * t, ABOVE),
    "ChiSquared": ([(1e15,)], lambda k: max(0, k - sqrt(2 * k)), lambda k: sqrt(2 * k), ABOVE),
    "InverseGamma": ([(1e15, 3), (1e-10, 1)], lambda a, b: max(0, a - sqrt(a)) * b / a ** 2, lambda a, b: sqrt(a) * b / a ** 2, ABOVE),
    "Beta": ([(1e15, 1e15), (1e15, 0.5), (1e-3, 1e12), (1e-12, 1e-12)], lambda a, b: a / (a + b),
             lambda a, b: min(a, b) / (a + b) * min(1, 10 * sqrt(1 / a + 1 / b)), [-0.99, -0.4, -1e-3, 1e-3, 0.1, 0.35]),
    "StudentT": ([(1e15, -1, 2), (1e-5, 3, 0.5), (40, 1e10, 1e-5)], lambda n, m, s: m, lambda n, m, s: s, NEAR + [1e5]),
    "VonMises": ([(1e6, 100), (3.1, 1e12), (-3.14159265, 1e8), (1e300, 5), (100, 0.3), (20, 65), (1, 1e-10), (2, 63), (20, 1e12)],
                 turned, lambda m, k: 1 / sqrt(max(k, 1)), NEAR),
    "Zeta": ([(1 + 1e-12,), (1 + 1e-9,), (200,)], lambda s: 1, lambda s: 1, [0, 1, 2, 99, 1e15 - 1]),
    "Geometric": ([(1e-300,), (1 - 2.0 ** -53,)], lambda p: 0, lambda p: floor(1 / p), [0, 1, 2, 5]),
}


def of_mean(x, m, a):
    return log_rising(x, 1 / a) + x * log(a * m) - (x + 1 / a) * log1p(a * m) - loggamma(x + 1)


def log_rising(x, r):
    """log of gamma(x + r)/gamma(r): a sum of logarithms, or by gamma functions where that has many terms."""
    if x <= 60:
        return sum(log(r + j) for j in range(int(x)))
    return loggamma(x + r) - loggamma(r)


def of_mean_fisher(m, a):
    """The diagonal; the dispersion's to what a bound needs: m^2/(2 (1 + a) (1 + a m)^2) is its first term."""
    return 1 / (m * (1 + a * m)), m ** 2 / (2 * (1 + a) * (1 + a * m) ** 2)


FAMILIES["NegativeBinomialOfMean"] = (of_mean, 2, of_mean_fisher)
EXTREMES["NegativeBinomialOfMean"] = (
    [(12, 0.2), (3, 1e-300), (0.4, 1e-3), (5000, 1e-9), (250, 0.4), (0.02, 50), (1e4, 100), (40, 0.0625), (40, 0.0626), (2.5, 1e-14),
     (1e6, 1e-4), (1e9, 1e-10), (30, 1e-3), (30, 9e-4), (1e-6, 1e-6), (1e15, 1e-200)],
    lambda m, a: lowest(m, sqrt(m + a * m * m)), lambda m, a: step(m, sqrt(m + a * m * m)), COUNTS)
# Points at which the scores were once wrong.
NAMED = {"LogNormal": {(5, 1e-4): [148.42]}, "Weibull": {(1e4, 3.7): [3.7004]}, "VonMises": {(1e6, 100): [0.3]}}


def doubles(numbers):
    return " ".join(repr(float(n)).replace("inf", "Infinity") for n in numbers)


def digits(numbers):
    return " ".join(nstr(n, 20) for n in numbers)


def main():
    with open("../test/resources/io/github/scorelane/distribution/given-points.csv", "w") as out:
        out.write("# family,numbers,x,log density,scores,Fisher information (diagonal),factor; by given_points.py, mpmath\n")
        for name, (distributions, centre, scale, multiples) in EXTREMES.items():
            density, parameters, fisher = FAMILIES[name][:3]
            for given in distributions:
                mp.dps = 400 if name == "VonMises" and given[0] > 1e100 else 1000 if name == "NegativeBinomialOfMean" and given[1] < 1e-100 else 120
                numbers = [mpf(float(n)) for n in given]
                information = fisher(*numbers)
                points = [float(mpf(centre(*numbers)) + mpf(scale(*numbers)) * mpf(m)) for m in multiples]
                for x in points + NAMED.get(name, {}).get(given, []):
                    if not isinstance(density(mpf(x), *numbers), mpf):
                        continue  # outside the support
                    scores = []
                    for p in range(parameters):
                        def at(t, p=p):
                            return density(mpf(x), *[t if q == p else n for q, n in enumerate(numbers)])
                        h = (min(abs(numbers[p]), numbers[p] - 1) if name == "Zeta" else abs(numbers[p]) or 1) * mpf(10) ** -30
                        if name == "VonMises":
                            h = mpf(10) ** -30
                        scores.append((at(numbers[p] + h) - at(numbers[p] - h)) / (2 * h))
                    out.write("%s,%s,%r,%s,%s,%s,1\n" % (name, doubles(numbers), x, nstr(density(mpf(x), *numbers), 20), digits(scores),
                                                         digits(information)))


main()
