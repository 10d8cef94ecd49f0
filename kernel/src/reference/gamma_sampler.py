#!/usr/bin/env python3
"""Checks the quick test of GammaSampler. Run it in this folder: python3 gamma_sampler.py (mpmath 1.3.0).

With s = z/sqrt(9 d), a draw is accepted where ln u < h, h = z^2/2 + d (1 - v + ln v), v = (1 + s)^3. By
h = 9 d s^2/2 + d (1 - (1 + s)^3 + 3 ln(1 + s)) = -3 d (s^4/4 - s^5/5 + ...), d (1 - exp h)/z^4 depends on d and s. Prints its
largest value for each of many d, the first the least that occurs: the quick test's constant has to be above them all. Below
s = -1 nothing is accepted, and there z^4 = 81 d^2 s^4, so that the constant has to be 1/(81 d) or more, too."""
import re
from mpmath import expm1, log1p, mp, mpf

mp.dps = 50
JAVA = "../main/java/io/github/scorelane/kernel/family/GammaSampler.java"


def ratio(d, s):
    h = 9 * d * s * s / 2 + d * (1 - (1 + s) ** 3 + 3 * log1p(s))
    return -expm1(h) / (81 * d * s ** 4)


def largest(d):
    """On s in (-1, 0): for s > 0 the series alternates, and the ratio is below its limit at 0, 1/108."""
    n = 2000
    best = max(range(1, n), key=lambda k: ratio(d, -mpf(k) / n))
    low, high = -mpf(best + 1) / n, -mpf(best - 1) / n
    for _ in range(100):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, b) if ratio(d, a) > ratio(d, b) else (a, high)
    return max(ratio(d, low), mpf(1) / 108), low


if __name__ == "__main__":
    squeeze = mpf(re.search(r"SQUEEZE = ([0-9.]+);", open(JAVA).read()).group(1))
    print("quick test:", squeeze, "least for s <= -1:", float(1 / (81 * mpf(2) / 3)))
    for d in [mpf(2) / 3 + mpf(k) / 50 for k in range(50)] + [mpf(2) ** (k / mpf(2)) for k in range(2, 40)]:
        value, s = largest(d)
        print("d %-12.6g largest %.8f at s = %.4f" % (float(d), float(value), float(s)), "" if value < squeeze else "ABOVE")
