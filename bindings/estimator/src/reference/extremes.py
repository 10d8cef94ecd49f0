#!/usr/bin/env python3
"""Log densities and scores at parameters near the ends of the range of doubles. Run it in this folder: python3 extremes.py,
or, for some families alone, python3 extremes.py Name ….

Writes ../test/resources/io/github/scorelane/distribution/extremes.csv in the form of references.csv, but with the square root of
the Fisher information in place of it, as the information itself need not be a double. A number beyond the doubles is written
as it is: reading it gives an infinity, or 0, which is then what the library has to give."""
from mpmath import erfc, exp, log, mp, mpf, nstr, pi, sqrt

from some_families import chosen, rewritten

import families

mp.dps = 700
CENTRAL = [-7.5, -2.3, -0.7, -1e-3, 0, 0.4, 1.1, 3.2, 8]
POSITIVE = [1e-9, 0.02, 0.3, 0.8, 1, 1.4, 2.5, 7]
INSIDE = [-7.5, -2.3, -0.7, 0, 0.4, 1.1, 3.2, 8]
TINY, HUGE = 2.2250738585072014e-308, 1.7e308
SCALES = [(TINY,), (1e-300,), (1e-200,), (1e-160,), (1e160,), (1e200,), (1e300,), (1.7e307,)]
PLACES = [(0, s) for s, in SCALES] + [(1e160, 1e150), (-1e300, 1e290), (3e-250, 1e-260)]


def at_scale(m, s):
    return [m + s * mpf(t) for t in CENTRAL]


def above_zero(s):
    return [s * mpf(t) for t in POSITIVE]


def near_mean(mean, deviation):
    return [mean + deviation * mpf(t) for t in INSIDE]


def powers(low, high, k=8):
    """Points between two numbers, in equal ratios."""
    return [mpf(low) * (mpf(high) / mpf(low)) ** (mpf(i) / (k - 1)) for i in range(k)]


# name: the distributions, and for the numbers of each the points
GRID = {
    "Normal": (PLACES, at_scale),
    "Laplace": (PLACES, at_scale),
    "Gumbel": (PLACES, lambda m, s: [m + s * mpf(t) for t in [-3, -1, 0, 0.4, 2, 9, 30]]),
    "Logistic": (PLACES, at_scale),
    "Cauchy": (PLACES, lambda m, s: at_scale(m, s) + [m + 1e6 * s, m - 1e14 * s]),
    "Exponential": (SCALES, above_zero),
    "ExponentialOfRate": ([(1e-300,), (1e-200,), (1e-160,), (1e160,), (1e200,), (1e300,)], lambda r: above_zero(1 / r)),
    "Rayleigh": (SCALES, above_zero),
    "HalfNormal": (SCALES, above_zero),
    "LogNormal": ([(0, 1e-300), (0, 1e-160), (0, 1e160), (0, 1e300), (700, 1e-200), (-700, 1e-200), (1e300, 1e300), (0, 200)],
                  lambda m, s: [exp(t) for t in [-700, -1, 0, 1e-9, 0.3, 700]]),
    "Weibull": ([(1e-300, 1), (1e-160, 1e160), (1e160, 1e160), (1e300, 1e-300), (2, 1e-300), (2, 1e300), (0.5, 1e-200),
                 (1.5, 1e160), (1, TINY), (1e-160, 1e-160), (1e200, 1e-200), (1e-8, 1e160), (1e-300, 1e300), (100, 1e300)],
                lambda k, l: [l * exp(log(mpf(t)) / max(k, mpf(0.02))) for t in POSITIVE]
                + ([1e-300, 1e300] if k < 1e-3 else [1e-40, 1e-10] if k == 100 else [])),
    "Pareto": ([(1e-300, 1), (1e-160, 1e-300), (1e160, 1e160), (1e300, 1), (2, 1e-300), (2, 1e300), (1e-160, 1e-160), (100, 1e-300)],
               lambda a, k: [k * exp(mpf(t) / max(a, mpf(0.02))) for t in POSITIVE]
               + ([1e160, 1e300] if a < 1e-3 else [1e10, 1e40] if a == 100 else [])),
    "Kumaraswamy": ([(1e-280, 1), (1e-160, 1e160), (1e160, 1e160), (1e300, 1e-300), (2, 1e-300), (2, 1e300), (1e-280, 1e-280),
                     (1e300, 1e300), (1e-160, 1e-160), (1, 1e300), (1e200, 0.5)],
                    lambda a, b: [1e-50, 1e-12, 0.02, 0.4, 0.7, 0.95, 1 - 1e-9, 1 - 1e-15]),
    "TruncatedNormal": ([(0, 1e-140, 0, 1), (0, 1e160, 0, 1e160), (0, 1e160, -1e160, 3e160), (0, 1e-200, -1e-200, 2e-200),
                         (1e160, 1e160, 0, float("inf")), (0, 1e300, 1e300, 1.7e308), (0, 1e-300, 1e-300, float("inf")),
                         (0, 1, 1e60, float("inf")), (0, 1e-200, 1e-190, float("inf")), (0, 1, -1e-100, 1e-100),
                         (0, 1e200, -1, 1e60), (0, 1e160, float("-inf"), float("inf"))],
                        lambda m, s, a, b: [a + t * min(b - a, 10 * s / max(1, abs((a - m) / s))) for t in
                                            [mpf(0), mpf(0.01), mpf(0.2), mpf(0.5), mpf(0.9), mpf(1)]]
                        if a > -mp.inf else [s * t for t in CENTRAL]),
    "Gamma": ([(2.5, 1e-300), (2.5, 1e300), (0.3, 1e-200), (0.3, 1e200), (1e-300, 1), (1e-160, 1e160), (1e160, 1e-160),
               (1e160, 1e100), (1e300, 1e-300), (1e300, 1), (1e-300, 1e-300), (1.7e308, 1e-200), (1e20, 1e280)],
              lambda a, t: [t * x for x in powers(1e-9, 30)] if a < 1e3 else near_mean(a * t, sqrt(a) * t)),
    "ChiSquared": ([(1e-300,), (1e-160,), (1e160,), (1e300,), (1.7e308,)],
                   lambda k: powers(1e-300, 30) if k < 1 else near_mean(k, sqrt(2 * k))),
    "InverseGamma": ([(2.5, 1e-300), (2.5, 1e300), (0.3, 1e-200), (0.3, 1e200), (1e-300, 1), (1e-160, 1e160), (1e160, 1e-100),
                      (1e160, 1e200), (1e300, 1e300), (1e300, 1), (1.7e308, 1e200)],
                     lambda a, b: [b / x for x in powers(1e-7, 30)] if a < 1e3 else near_mean(b / a, b / a / sqrt(a))),
    "Beta": ([(1e-300, 1e-300), (1e-160, 2), (3, 1e-160), (1e160, 1e160), (1e300, 2), (2, 1e300), (1.7e308, 1.7e308),
              (1e-300, 1e300), (1e300, 1e-300), (1e160, 1e-160), (1e200, 1e160), (0.5, 1.7e308), (9e307, 1e308)],
             lambda a, b: [x for x in [1e-300, 1e-160, 1e-12, 0.02, 0.5, 0.9, 1 - 1e-12]] if min(a, b) < 1
             else near_mean(a / (a + b), sqrt(a / (a + b) * (b / (a + b)) / (a + b)))),
    "InverseGaussian": ([(1e-160, 1e160), (1e160, 1e-160), (1e160, 1e160), (1e-160, 1e-160), (1e300, 1e-300), (1e-300, 1e300),
                         (1e-300, 1e-300), (1e300, 1e300), (1, 1e-300), (1, 1e300), (1e-200, 1), (1e200, 1), (1e100, 1e300)],
                        lambda m, l: [m * x for x in powers(1e-6, 30)] + powers(max(l / 30, mpf(TINY)), min(l * 30, mpf(1e300)))),
    "StudentT": ([(1e160, 0, 1e-160), (1e-160, 0, 1e160), (1e160, 0, 1e160), (1e-160, 0, 1e-160), (5, 0, 1e-300), (5, 0, 1e300),
                  (0.5, 0, 1e-200), (0.01, 0, 2), (0.01, 0, 1e-300), (1e300, 0, 1), (1e-300, 0, 1), (1e300, 1e300, 1e290),
                  (1, 0, 1e160), (1e300, 0, 1e-300), (1e-300, 0, 1e300), (30, 0, 1e-160)],
                 lambda n, m, s: at_scale(m, s) + ([s * mpf(t) for t in [1e90, -1e100, 1e170]] if n < 1 else [])),
    "NormalMixture": ([(0, 0, 0, 0, 1e-100, 1e60), (0, 0, 0, 0, 1e-300, 1e300), (0, 0, 0, 0, 1e-160, 1e160),
                       (0, 0.5, 0, 1e160, 1e160, 1e160), (-800, 800, 0, 0, 1, 1e200), (0, 0, 1e-200, -1e-200, 1e-200, 1e-200)],
                      lambda *p: [p[2], p[3], p[2] + p[4], p[3] - p[5], p[2] + 8 * p[5], p[3] + 2 * p[4], p[5] / 3]),
    "VonMises": ([(0.3, 1e-300), (0.3, 1e-160), (0.3, 1e12), (0.3, 1e100)],
                 lambda m, k: [m + t * min(1, 1 / sqrt(k)) for t in CENTRAL[2:7]]),
    "Poisson": ([(1e-300,), (1e-160,), (1e15,)], lambda m: [0, 1, 2] if m < 1 else near_mean(m, sqrt(m))),
    "Binomial": ([(1e-300, 2147483647), (1e-160, 5)], lambda p, n: [0, 1, 2, 5]),
    "NegativeBinomial": ([(1e-300, 0.5), (1e-160, 1e-10), (1e10, 0.5)],
                         lambda r, p: [0, 1, 2, 9, 1e5] if r < 1 else near_mean(r, sqrt(2 * r))),
    "Geometric": ([(1e-15,), (1e-12,)], lambda p: [t / p for t in [mpf(0), mpf(0.01), mpf(0.5), mpf(3)]]),
    "Zeta": ([(1.0000001,), (1 + 2 ** -40,), (1e3,), (1e15,)], lambda s: [1, 2, 3, 1000, 2.0 ** 60]),
    "Bernoulli": ([(1e-300,), (1e-160,)], lambda p: [0, 1]),
    "BernoulliOfLogit": ([(-745,), (700,)], lambda t: [0, 1]),
    "Categorical": ([(0, -745), (0, -1e4, 3), (1e-300, 0)], lambda *t: list(range(len(t)))),
}
WHOLE = {"Poisson", "Binomial", "NegativeBinomial", "Geometric", "Zeta"}


def mills(z):
    """(1 - Phi)/phi by its asymptotic series, for z of 10^8 and more."""
    term, total, k = mpf(1), mpf(0), 0
    while abs(term) > mpf(10) ** -720:
        total += term
        k += 1
        term *= -(2 * k - 1) / z ** 2
    return total / z


def truncated(x, m, s, a, b):
    """Log density of a truncated normal distribution, also where its interval is 10^8 standard deviations off and more."""
    low, high, sign, centre = (a - m) / s, (b - m) / s, 1, (x - m) / s
    if high < 0:
        low, high, sign, centre = -high, -low, -1, -centre
    if low < 1e8:
        # An end beyond 10^8 leaves out less than the last of 700 digits.
        mass = (erfc(max(low, -1e8) / sqrt(2)) - (erfc(high / sqrt(2)) if high < 1e8 else 0)) / 2
        return -centre ** 2 / 2 - log(s) - log(2 * pi) / 2 - log(mass)
    far = 0 if mp.isinf(high) else exp((low - high) * (low + high) / 2) * mills(high)
    return (low - centre) * (low + centre) / 2 - log(s) - log(mills(low) - far)


def truncated_roots(m, s, a, b):
    """The order of magnitude of the scores."""
    centre = max(0, (a - m) / s, (m - b) / s)
    t = min(mpf(1), (b - a) / s, 1 / max(centre, 1))
    return t / s, t * max(t, centre) / s


def step(name, numbers, p):
    """A step of one number that is small beside all that the density changes with."""
    if numbers[p] != 0:
        return abs(numbers[p]) * mpf(10) ** -330
    if name == "NormalMixture":
        count = len(numbers) // 3
        return (numbers[p + count] if p >= count else 1) * mpf(10) ** -330
    return (numbers[-1] if name in ("Normal", "Laplace", "Gumbel", "Logistic", "Cauchy", "LogNormal", "StudentT") else
            numbers[1] if name == "TruncatedNormal" else 1) * mpf(10) ** -330


def root_of_information(name, fisher, numbers):
    """The square roots of the Fisher information; 0 where it is not known here."""
    try:
        return [sqrt(abs(f)) for f in fisher(*numbers)]
    except (ValueError, ZeroDivisionError, OverflowError, NotImplementedError):
        return []


def points(name, numbers):
    of = GRID[name][1]
    for point in of(*numbers):
        try:
            x = float(mpf(point))
        except OverflowError:
            continue
        if name in WHOLE:
            x = float(round(x))
        if abs(x) < 1.79e308:
            yield x


def main():
    with rewritten("../test/resources/io/github/scorelane/distribution/extremes.csv", GRID) as out:
        out.write("# family,numbers,x,log density,scores,roots of the Fisher information (diagonal); by extremes.py, mpmath\n")
        for name, (distributions, _) in chosen(GRID).items():
            density, parameters, fisher = families.FAMILIES[name][:3]
            for given in distributions:
                numbers = [mpf(float(n)) for n in given]
                count = parameters or len(given)
                if name == "TruncatedNormal":
                    density, roots = truncated, truncated_roots(*numbers)
                elif name == "Kumaraswamy":
                    # Terms of 1/a cancel where b is small.
                    roots = [1 / numbers[0], 1 / numbers[1]]
                elif name == "NormalMixture":
                    count = len(given)
                    roots = [1] * (count // 3) + [1 / s for s in numbers[2 * count // 3:]] * 2
                elif name in ("VonMises", "Zeta", "NegativeBinomial"):
                    roots = []
                else:
                    roots = root_of_information(name, fisher, numbers)
                seen = set()
                for x in points(name, numbers):
                    if x in seen:
                        continue
                    seen.add(x)
                    try:
                        log_pdf = density(mpf(x), *numbers)
                        if not mp.isfinite(log_pdf) or mp.im(log_pdf) != 0 or log_pdf < -mpf(10) ** 290:
                            continue
                        scores = []
                        for p in range(count):
                            def at(t, p=p):
                                return density(mpf(x), *[t if q == p else n for q, n in enumerate(numbers)])
                            h = step(name, numbers, p)
                            scores.append((at(numbers[p] + h) - at(numbers[p] - h)) / (2 * h))
                    except (ValueError, ZeroDivisionError):
                        continue
                    out.write("%s,%s,%r,%s,%s,%s\n" % (name, families.doubles(numbers), x, nstr(log_pdf, 20),
                                                       families.digits(scores), families.digits(roots)))
                    out.flush()


if __name__ == "__main__":
    main()
