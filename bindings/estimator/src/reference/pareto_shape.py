#!/usr/bin/env python3
"""Effective sample sizes and Pareto shapes of weights, to 40 digits. Run it in this folder: python3 pareto_shape.py (mpmath 1.3.0).

Writes ../test/resources/io/github/scorelane/pareto-shapes.csv, a line a set of weights: what law, its number, how many, the effective
sample size, the shape. Weight i = 1 ... n of a law is its quantile at u = ((i * 2654435769 mod 2^32) + 1/2) / 2^32.

The shape is written from Zhang and Stephens (2009), in their own terms, and from the small print of Vehtari et al. (2024): the tail's
length, and the ten weights of shape 1/2 that it is drawn by. Nothing of how the library computes it is in this file: weights are
sorted whole, not by their logarithms, and the posterior of theta is normalised as their formula (2.4) says, by a sum of ratios."""
from mpmath import ceil, exp, floor, log, mp, mpf, nstr, sqrt

mp.dps = 40

LAWS = {
    # A Pareto distribution, whose shape is the number.
    "pareto": lambda u, a: (1 - u) ** -a,
    # Log-logistic: the shape is the number in the limit only.
    "loglogistic": lambda u, a: (u / (1 - u)) ** a,
    # p = exponential of mean 1, q of mean a: w is a * exp(-x * (1 - 1/a)); shape (1 - a) below a = 1.
    "exponential": lambda u, a: a * exp(a * log(1 - u) * (1 - 1 / a)),
    # Bounded: the shape is negative.
    "power": lambda u, a: u ** a,
    # One in four weights is not 0.
    "sparse": lambda u, a: (4 * (u - mpf(3) / 4)) ** a if u > mpf(3) / 4 else mpf(0),
}


def weights(law, number, n):
    return [LAWS[law](((i * 2654435769) % 2 ** 32 + mpf(1) / 2) / 2 ** 32, mpf(number)) for i in range(1, n + 1)]


def zhang_stephens(x):
    """k and sigma of exceedances x, in ascending order."""
    n = len(x)
    m = 30 + int(floor(sqrt(mpf(n))))
    quartile = x[int(floor(mpf(n) / 4 + mpf(1) / 2)) - 1]
    theta = [1 / x[-1] + (1 - sqrt(m / (j - mpf(1) / 2))) / (3 * quartile) for j in range(1, m + 1)]

    def shape(t):
        # Zhang and Stephens' k has the other sign.
        return -sum(log(1 - t * xi) for xi in x) / n

    profile = [n * (log(t / shape(t)) + shape(t) - 1) for t in theta]
    posterior = [1 / sum(exp(b - a) for b in profile) for a in profile]
    return -shape(sum(t * p for t, p in zip(theta, posterior)))


def pareto_shape(w):
    n = len(w)
    tail = int(ceil(3 * sqrt(mpf(n)) if n > 225 else mpf(n) / 5))
    ordered = sorted(w)
    cutoff = ordered[-tail - 1]
    exceedances = [v - cutoff for v in ordered[-tail:] if v > cutoff]
    count = len(exceedances)
    return (count * zhang_stephens(exceedances) + 5) / (count + 10)


CASES = [("pareto", a, n) for a in ("0.2", "0.5", "0.9", "2.5") for n in (21, 225, 226, 3000)] + [
    ("loglogistic", "0.6", 1000), ("loglogistic", "30", 1000), ("exponential", "0.5", 2000), ("exponential", "2", 2000),
    ("power", "1", 400), ("power", "3", 100), ("sparse", "2", 150), ("sparse", "-0.4", 150), ("pareto", "1.1", 20000)]

if __name__ == "__main__":
    with open("../test/resources/io/github/scorelane/pareto-shapes.csv", "w") as out:
        for law, number, n in CASES:
            w = weights(law, number, n)
            size = sum(w) ** 2 / sum(v * v for v in w)
            out.write(f"{law},{number},{n},{nstr(size, 17)},{nstr(pareto_shape(w), 17)}\n")
