#!/usr/bin/env python3
"""Whether the constants of transformed rejection hold. Run it in this folder: python3 transformed_rejection.py (numpy, scipy).

For Poisson means and binomial trials and probabilities over the range that is drawn so, it computes p(k)·G'(U)/m at both
ends of each value's interval of U, and at U = 0 and where the squeeze ends if they lie inside: G' is monotone in |U|, so these
are its extremes. Everywhere it has to be at most 1, and where the squeeze holds, above v. Only doubles are needed: the margins
printed are far above their errors."""
import numpy as np
from scipy.special import gammaln

REACH = 0.43


def edges(y, a, b, c):
    """The U with G(U) = y: the root of a quadratic."""
    d = y - c
    s = 2 * a + 0.5 * b + np.abs(d)
    return np.sign(d) * np.abs(d) / (s + np.sqrt(s * s - 2 * b * np.abs(d)))


def extremes(log_mass, k, a, b, c):
    mass = np.exp(log_mass)
    low, high = edges(k, a, b, c), edges(k + 1, a, b, c)

    def product(u):
        t = 0.5 - np.abs(u)
        return mass * (a / (t * t) + b)
    most = max(product(low).max(), product(high).max())
    inside = (low < REACH) & (high > -REACH)
    first, last = np.clip(low, -REACH, REACH), np.clip(high, -REACH, REACH)
    least = min(product(u)[inside].min() for u in (first, last, np.clip(0, first, last)))
    return most, least


def values(mean, deviation, end):
    """Those within 16 standard deviations, or 40,000 of them."""
    low, high = max(0, int(mean - 13 * deviation)), min(end, int(mean + 16 * deviation) + 30)
    return np.unique(np.linspace(low, high, min(high - low + 1, 40_000)).astype(np.int64)).astype(float)


def poisson(mean):
    b = 2.53 * np.sqrt(mean) + 0.931
    a = 0.02483 * b - 0.059
    k = values(mean, np.sqrt(mean), 1 << 60)
    most, least = extremes(k * np.log(mean) - mean - gammaln(k + 1), k, a, b, mean + 0.43)
    m = 1.1239 + 1.2 / (b - 3.4)
    return most / m, least / m - (0.92 - 3.6224 / (b - 2))


def binomial(n, p):
    deviation = np.sqrt(n * p * (1 - p))
    b = 2.53 * deviation + 1.15
    a = 0.0248 * b + (0.01 * p - 0.0873)
    k = values(n * p, deviation, n)
    log_mass = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + k * np.log(p) + (n - k) * np.log1p(-p)
    most, least = extremes(log_mass, k, a, b, n * p + 0.5)
    m = (2.83 + 5.1 / b) / np.sqrt(2 * np.pi)
    return most / m, least / m - (0.92 - 4.2 / b)


def report(name, results):
    print("%s: %d laws; p*G'/m is at most %.5f, and above the squeeze by at least %.5f"
          % (name, len(results), max(r[0] for r in results), min(r[1] for r in results)))


def main():
    random = np.random.default_rng(1)
    means = np.exp(random.uniform(np.log(10), np.log(1e4), 20_000))
    report("Poisson, 10 to 1e4", [poisson(mean) for mean in means])
    means = np.exp(random.uniform(np.log(1e4), np.log(1e8), 1_000))
    report("Poisson, 1e4 to 1e8", [poisson(mean) for mean in means])
    results = []
    while len(results) < 20_000:
        p = random.uniform(0, 0.5) if len(results) % 2 else np.exp(random.uniform(np.log(1e-6), np.log(0.5)))
        n = int(np.exp(random.uniform(np.log(10), np.log(1e4))) / p)
        if n * p >= 10:
            results.append(binomial(n, p))
    report("Binomial, 10 to 1e4", results)


main()
