#!/usr/bin/env python3
"""Scores by unconstrained parameters over the whole range of these, to 50 digits. Run it in this folder: python3 unconstrained.py
(mpmath 1.3.0; some seconds).

Writes ../test/resources/io/github/scorelane/distribution/unconstrained.csv, a line a point: the family, the numbers of one
distribution, from whose unconstrained form the library starts, the unconstrained parameters, x, the scores, and a unit for the
error of each: the square root of the Fisher information, and by how much two units in the last place of exp(parameter), or of the probability
of a logit, move the score, as a part of the bound of the test.

The densities are those of families.py; theirs by the logarithm or the logit of a parameter are derived numerically, at 240 digits and more."""
import re
from mpmath import exp, isnan, log, mp, mpf, nstr, sqrt

mp.dps = 700
source = open("families.py").read()
exec(source[:source.index("# Families whose bounds")])
mp.dps = 700
RANGE = [-700, -300, -100, -37, -10, -1, 0, 1, 10, 37, 100, 300, 700]

LOG = (lambda e: exp(e))
LOGIT = (lambda e: 1 / (1 + exp(-e)))
EXCESS = (lambda e: 1 + exp(e))
SAME = (lambda e: e)


def zeta_log(s):
    """log zeta(s), by its Laurent series where s is nearly 1 and by its first terms where it is large."""
    if s - 1 < mpf(10) ** -30:
        return -log(s - 1) + euler * (s - 1)
    if s > 60:
        return log(1 + sum(mpf(k) ** -s for k in range(2, 60)))
    return log(zeta(s))


# family: (links, the numbers of a distribution to start from, unconstrained parameters, points at given parameters)
def counts(mean, deviation):
    return sorted({max(0, int(mean + k * deviation)) for k in (-3, -1, 0, 1, 4)} | {0, 1, 2, 5})


FEW = [-300, -37, -10, -1, 0.3, 3, 10, 25]
CASES = {
    "Exponential": ([LOG], (1,), [(e,) for e in RANGE], lambda m: [m * k for k in (1e-3, 0.4, 1.5, 7)]),
    "Normal": ([SAME, LOG], (0, 1), [(0.5, e) for e in (-30, -3, 0.3, 30, 300)], lambda m, s: [m + s * k for k in (-4, -0.4, 1.5, 7)]),
    "Pareto": ([LOG], (1, 2), [(e,) for e in RANGE if e < 30], lambda a, k=2: [k * t for t in (1, 1 + 1e-9, 3, 1e100)]),
    "Weibull": ([LOG, LOG], (1, 1), [(e, t) for e in (-10, -3, 0.3, 10) for t in (-300, 0.3, 300)],
                lambda k, l: [l * min(exp(t / k), mpf(10) ** 100) for t in (-30, -1, 1, 3)]),
    "Poisson": ([LOG], (1,), [(e,) for e in RANGE if e < 34], lambda m: counts(m, sqrt(m))),
    "Gamma": ([LOG, LOG], (1, 1), [(e, t) for e in FEW for t in (-200, 0.3, 200)],
              lambda a, t: [t * k for k in ([1e-9, 0.4, 7] if a < 1 else [a + sqrt(a) * k for k in (-0.9, 0.1, 4)])]),
    "Beta": ([LOG, LOG], (1, 1), [(e, t) for e in FEW for t in (-300, -3, 0.3, 20)],
             lambda a, b: [1e-9, 0.3, 1 - 1e-9, a / (a + b)] if a / (a + b) < 1 - 1e-16 else [0.3, 1 - 1e-9]),
    "Binomial": ([LOGIT], (0.5, 50), [(e,) for e in RANGE + [-36.5, 36.5, 38]], lambda p: [0, 1, 25, 49, 50]),
    "BinomialOfMany": ([LOGIT], (0.5, 2147483647), [(e,) for e in RANGE + [20]],
                       lambda p: [0, 1, 1e9, 2147483646, 2147483647] + [floor(2147483647 * p)]),
    "Geometric": ([LOGIT], (0.5,), [(e,) for e in RANGE + [-36.5, 36.5, 38]], lambda p: [0, 1, 2, 10, 1e6, floor(1 / p)]),
    "NegativeBinomial": ([LOG, LOGIT], (1, 0.5), [(e, t) for e in (-300, -3, 0.3, 10) for t in (-20, -5, -1, 0, 1, 10, 36.5, 300, 700)
                                                  if e - t < 34], lambda r, p: counts(r * (1 - p) / p, sqrt(r * (1 - p)) / p)),
    "Zeta": ([EXCESS], (2.5,), [(e,) for e in RANGE + [-36.5, -38, -20]], lambda s: [1, 2, 10, 1e6, 1e300]),
    "BernoulliOfLogit": ([SAME], (0,), [(e,) for e in RANGE], lambda t: [0, 1]),
}


def main():
    with open("../test/resources/io/github/scorelane/distribution/unconstrained.csv", "w") as out:
        out.write("# family,numbers to start from,unconstrained parameters,x,scores,units of their errors; by unconstrained.py, mpmath\n")
        for name, (links, start, etas, points) in CASES.items():
            family = re.sub("OfMany", "", name)
            density = FAMILIES[family][0]
            if family == "Zeta":
                density = (lambda x, s: -s * log(x) - zeta_log(s))
            mp.dps, step = (520, 100) if LOGIT in links or EXCESS in links or len(links) == 1 and links[0] is SAME else (240, 50)
            h = mpf(10) ** -step
            rest = [mpf(float(n)) for n in start[len(links):]]
            for given in etas:
                eta = [mpf(float(e)) for e in given]
                theta = [link(e) for link, e in zip(links, eta)]
                fisher = information(family, theta, rest, links)
                for x in points(*theta):
                    x = float(x)
                    scores, units = [], []
                    for p, link in enumerate(links):
                        def at(t, p=p):
                            return density(mpf(x), *[links[q](t if q == p else n) for q, n in enumerate(eta)], *rest)
                        scores.append(derivative(at, eta[p], h))
                        moved = 0
                        for q in range(len(links)):
                            if links[q] is LOG or links[q] is LOGIT:
                                def score(t, q=q, p=p):
                                    def inner(s):
                                        e = list(eta)
                                        e[q] = t
                                        e[p] = s if p != q else t + (s - eta[p])
                                        return density(mpf(x), *[l(n) for l, n in zip(links, e)], *rest)
                                    return derivative(inner, eta[p], h)
                                moved += abs((score(eta[q] + mpf(10) ** -9) - score(eta[q])) * mpf(10) ** 9)
                        units.append(sqrt(fisher[p]) + moved / 200)
                    if any(isnan(s) for s in scores):
                        continue  # a point that is 0 or infinite as a double
                    out.write("%s,%s,%s,%r,%s,%s\n" % (family, " ".join(repr(float(n)) for n in start),
                                                    " ".join(repr(float(n)) for n in given), x,
                                                    " ".join(nstr(s, 20) for s in scores), " ".join(nstr(u, 5) for u in units)))


def derivative(f, t, h):
    return (f(t + h) - f(t - h)) / (2 * h)


def information(family, theta, rest, links):
    """The diagonal by the unconstrained parameters, to a digit or two, for the unit of errors: 1 where it is of that order."""
    if family == "Binomial":
        p = theta[0]
        return [rest[0] * p * (1 - p)]
    if family == "Geometric":
        return [1 - theta[0]]
    if family == "NegativeBinomial":
        r, p = theta
        return [min(1, r) * min(1, r * (1 - p)), r * (1 - p)]
    if family == "BernoulliOfLogit":
        return [exp(-abs(theta[0]))]
    if family == "Zeta":
        return [mpf(0)]
    return [f if link is SAME else f * t ** 2 for f, t, link in zip(FAMILIES[family][2](*theta, *rest), theta, links)]


main()
