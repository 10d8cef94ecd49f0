#!/usr/bin/env python3
"""Fisher information of the families at extremes of their parameters, to 50 digits. Run it in this folder: python3 information.py,
or, for some families alone, python3 information.py Name …
(mpmath 1.3.0; a minute).

Writes ../test/resources/io/github/scorelane/distribution/information.csv, a line a distribution: the family, the numbers that it
is made of, and the upper triangle of the matrix, row by row. Closed forms are evaluated as textbooks have them, with so many digits
(1,300 and more) that nothing of what cancels is missed."""
from mpmath import besseli, erfc, euler, exp, expm1, inf, isinf, log, mp, mpf, nstr, pi, psi, sqrt, workdps, zeta

from some_families import chosen, rewritten

mp.dps = 1300
SMALL = [1e-300, 1e-150, 1e-16, 1e-5, 0.3]
LARGE = [7.5, 33, 1e5, 1e12, 1e16, 1e100]
ALL = SMALL + [1, 1.5] + LARGE
PROBABILITIES = [1e-300, 1e-16, 1e-5, 0.25, 0.5, 0.75, 1 - 1e-5, 1 - 2.0 ** -53]


def kumaraswamy(a, b):
    with workdps(80 if b >= 1e-20 else 1300):
        if b == 2 or b == 1:
            b += mpf(10) ** -35
        corner = 1 + b / (b - 2) * ((psi(0, b) - psi(0, 2)) ** 2 + psi(1, 2) - psi(1, b))
        return corner / a ** 2, -(psi(0, b + 1) - psi(0, 2)) / (b - 1) / a, 1 / b ** 2


def von_mises(_, k):
    with workdps(max(60, int(3 * abs(log(k, 10))) + 60)):
        a = besseli(1, k) / besseli(0, k)
        return k * a, 0, 1 - a / k - a ** 2


def student(n, _, s):
    return ((psi(1, n / 2) - psi(1, (n + 1) / 2)) / 4 - (n + 5) / (2 * n * (n + 1) * (n + 3)), 0, -2 / ((n + 1) * (n + 3) * s),
            (n + 1) / (n + 3) / s ** 2, 0, 2 * n / (n + 3) / s ** 2)


def truncated(m, s, a, b):
    with workdps(200):
        low, high = (a - m) / s, (b - m) / s
        if low + high < 0:
            low, high, sign = -high, -low, -1
        else:
            sign = 1
        mass = (erfc(low / sqrt(2)) - erfc(high / sqrt(2))) / 2

        def at(z, k):
            return 0 if isinf(z) else z ** k * exp(-z ** 2 / 2) / sqrt(2 * pi)
        moments = [mpf(1), (at(low, 0) - at(high, 0)) / mass]
        for k in range(2, 5):
            moments.append((k - 1) * moments[k - 2] + (at(low, k - 1) - at(high, k - 1)) / mass)
        return ((moments[2] - moments[1] ** 2) / s ** 2, sign * (moments[3] - moments[1] * moments[2]) / s ** 2,
                (moments[4] - moments[2] ** 2) / s ** 2)


def zeta_information(s):
    with workdps(60 + 3 * int(abs(log(s - 1, 10)))):
        if s > 200:
            terms = [(log(mpf(k)), mpf(k) ** -s) for k in range(1, 40)]
            z, first, second = (sum(l ** n * p for l, p in terms) for n in range(3))
        else:
            z, first, second = zeta(s), -zeta(s, 1, 1), zeta(s, 1, 2)
        return (second / z - (first / z) ** 2,)


def successes(r, p):
    """Sum over j of q^j B(r, j)/j, as the integral over v of e^-v g(t)/r, t = 1 - e^(-v/r), g(t) = -log(1 - q t)/t."""
    with workdps(60 if r > 1e-20 else 340):
        def g(v):
            t = -expm1(-v / r)
            return -log(p + (1 - p) * exp(-v / r)) / t
        nodes = [exp(mpf(k) / 96) for k in range(-60 * 96, 5 * 96)]
        return sum(v * exp(-v) * g(v) for v in nodes) / 96 / r


def negative_binomial(r, p):
    return successes(r, p), -1 / p, r / p ** 2 / (1 - p)


def dispersion_information(m, a):
    """By mean and dispersion, r = 1/a and q = a m/(1 + a m): 1/(m (1 + a m)), 0, and r^4 times the sum over j > 1 of
    q^j B(r, j)/j, whose first term cancels against what p contributes. Where the series is slow, by the integral."""
    with workdps(60):
        r, p = 1 / a, 1 / (1 + a * m)
        q = a * m * p
        if q > 0.9:
            return p / m, 0, r ** 4 * (successes(r, p) - q / r)
        total, j, term = mpf(0), 2, (m * p) ** 2 / (1 + a)
        while term > total * mpf(10) ** -50:
            total += term / j
            term *= q * j / (r + j)
            j += 1
        return p / m, 0, total


def scale2(first, second):
    return lambda *n: (first / n[-1] ** 2, 0, second / n[-1] ** 2)


def softmax(*t):
    w = [exp(x - max(t)) for x in t]
    s = sum(w)
    return [w[j] * (s - w[j] if j == k else -w[k]) / s ** 2 for j in range(len(t)) for k in range(j, len(t))]


SCALES = [(0, 1e-150), (3, 0.7), (0, 1e150)]
FAMILIES = {
    "Normal": (scale2(1, 2), SCALES),
    "LogNormal": (scale2(1, 2), SCALES),
    "Laplace": (scale2(1, 1), SCALES),
    "Cauchy": (scale2(mpf(1) / 2, mpf(1) / 2), SCALES),
    "Logistic": (scale2(mpf(1) / 3, (3 + pi ** 2) / 9), SCALES),
    "Gumbel": (lambda m, b: (1 / b ** 2, -(1 - euler) / b ** 2, (pi ** 2 / 6 + (1 - euler) ** 2) / b ** 2), SCALES),
    "Exponential": (lambda m: (1 / m ** 2,), [(1e-150,), (0.7,), (1e150,)]),
    "ExponentialOfRate": (lambda m: (1 / m ** 2,), [(1e-150,), (0.7,), (1e150,)]),
    "Rayleigh": (lambda m: (4 / m ** 2,), [(1e-150,), (0.7,), (1e150,)]),
    "HalfNormal": (lambda m: (2 / m ** 2,), [(1e-150,), (0.7,), (1e150,)]),
    "Pareto": (lambda a, k: (1 / a ** 2,), [(1e-150, 1), (0.7, 1e300), (1e150, 1e-300)]),
    "Weibull": (lambda k, l: ((pi ** 2 / 6 + (1 - euler) ** 2) / k ** 2, -(1 - euler) / l, (k / l) ** 2),
                [(1e-150, 1e-10), (0.7, 1), (1e150, 1e20), (1e-100, 1e-200), (1e200, 1e300)]),
    "Kumaraswamy": (kumaraswamy, [(a, b) for a in (1e-100, 2, 1e140)
                                  for b in [1e-9, 1e-3, 0.5, 1 - 1e-9, 1 - 1e-5, 1 + 1e-7, 2 - 1e-9, 2, 2 + 1e-5, 2.0 + 2.0 ** -50,
                                            3, 12] + ALL if not (b == 1e-300 or b == 1e-150)] + [(2, 1e-150)]),
    "TruncatedNormal": (truncated, [(0, 1, -1, 2), (0.5, 1.2, 0, inf), (0, 1, 30, inf), (0, 1, -inf, -30), (0, 1, 1e5, inf),
                                    (0, 1, -1e-3, 1e-3), (2, 3, 2, 2.5), (0, 1, 0, 1e-6), (0, 1, 0, 1e6), (0, 1, 8, 8.0001),
                                    (0, 1, -1e-9, 1e-9), (0, 1, -5, 1e3), (0, 1, -40, 0.5)]),
    "Poisson": (lambda m: (1 / m,), [(1e-300,), (3,), (1e15,)]),
    "Binomial": (lambda p, n: (n / p / (1 - p),), [(p, n) for p in PROBABILITIES for n in (1, 50, 2 ** 31 - 1)]),
    "Geometric": (lambda p: (1 / p ** 2 / (1 - p),), [(p,) for p in PROBABILITIES if p > 1e-150]),
    "Bernoulli": (lambda p: (1 / p / (1 - p),), [(p,) for p in PROBABILITIES]),
    "BernoulliOfLogit": (lambda t: (exp(-abs(t)) / (1 + exp(-abs(t))) ** 2,), [(t,) for t in (-700, -40, -1e-9, 0, 0.3, 37, 700)]),
    "NegativeBinomial": (negative_binomial, [(r, p) for r in (1e-300, 1e-16, 1e-5, 0.3, 5, 33, 1e5, 1e12, 1e16)
                                             for p in (1e-14, 1e-5, 0.25, 0.75, 1 - 1e-5, 1 - 2.0 ** -50)
                                             if r * (1 - p) / p < 2.0 ** 50] + [(1e-300, 1e-290), (1e-150, 1e-140)]),
    "NegativeBinomialOfMean": (dispersion_information,
                               [(m, a) for m in (1e-6, 0.3, 5, 300) for a in (1e-300, 1e-16, 1e-5, 1e-3, 0.1, 1, 30)]
                               + [(1e-100, 1e-100), (1e5, 1e-7), (1e5, 1e-200), (1e9, 1e-12), (1e-9, 1e3)]),
    "Gamma": (lambda a, t: (psi(1, a), 1 / t, a / t ** 2),
              [(a, t) for a, t in zip(ALL, [1, 1e100, 1e-100, 3, 1, 1e140, 1e-140, 0.7, 1, 3, 1e10, 1e-10, 1]) if a != 1e-300]),
    "ChiSquared": (lambda k: (psi(1, k / 2) / 4,), [(k,) for k in ALL if k > 1e-150]),
    "InverseGamma": (lambda a, t: (psi(1, a), -1 / t, a / t ** 2), [(a, 0.7) for a in ALL if a > 1e-150]),
    "Beta": (lambda a, b: (psi(1, a) - psi(1, a + b), -psi(1, a + b), psi(1, b) - psi(1, a + b)),
             [(a, b) for a in ALL for b in ALL if a > 1e-150 and b > 1e-150]),
    "InverseGaussian": (lambda m, l: (l / m ** 3, 0, 1 / (2 * l ** 2)), [(1.5, 2), (1e-80, 1e-150), (1e90, 1e150), (1e-5, 1e100)]),
    "StudentT": (student, [(n, 0, s) for n, s in zip(ALL + [9, 20, 31.9, 32, 2, 4, 14],
                                                     [1, 1e100, 3, 0.1, 1, 1e-100, 1, 2, 3, 1, 1, 1, 1] + [1] * 7)
                           if 1e-150 < n < 1e100]),
    "VonMises": (von_mises, [(0, k) for k in [1e-300, 1e-150, 1e-16, 1e-8, 1e-5, 0.3, 1, 3, 7, 12, 19.9, 20, 33, 1e3, 1e5, 1e8,
                                              1e12]]),
    "Zeta": (zeta_information, [(s,) for s in [1 + 2.0 ** -52, 1 + 1e-9, 1.001, 1.3, 2.5, 4, 30, 60, 500, 1000]]),
    "Categorical": (softmax, [(0.5, -1, 2), (0, 0), (40, 0), (-300, 0.5, -20), (700, 50, 699)]),
    "Multinomial": (lambda n, *t: [n * x for x in softmax(*t)], [(7, 0.5, -1, 2), (2 ** 31 - 1, 40, 0), (3, -300, 0.5, -20)]),
    "Dirichlet": (lambda *a: [(psi(1, a[j]) if j == k else 0) - psi(1, sum(a)) for j in range(len(a)) for k in range(j, len(a))],
                  [(1, 2, 3), (1e12, 0.5), (1e16, 0.5, 0.25), (1e-5, 1e16, 1e-9), (1e-16, 1e-5, 0.3), (1e100, 1e100, 3),
                   (1e-100, 1, 1e100), (5, 33, 1e-12)]),
}


def main():
    with rewritten("../test/resources/io/github/scorelane/distribution/information.csv", FAMILIES) as out:
        out.write("# family,numbers,upper triangle of the Fisher information; by information.py, mpmath\n")
        for name, (information, distributions) in chosen(FAMILIES).items():
            for given in distributions:
                matrix = information(*[mpf(n) if not isinstance(n, int) else mpf(n) for n in map(float, given)])
                out.write("%s,%s,%s\n" % (name, " ".join(repr(float(n)).replace("inf", "Infinity") for n in given),
                                          " ".join(nstr(mpf(n), 25) for n in matrix)))


main()
