#!/usr/bin/env python3
"""Finds and checks the numbers of NormalSampler. Run it in this folder: python3 normal_sampler.py > normal_sampler.txt (numpy
2.4, scipy 1.17, mpmath 1.3.0). What is checked are the numbers that it reads in NormalSampler.java.

With c uniform on (-1/2, 1/2) and g(c) = c P(c^2 - 1/8), G = Phi(g) has the slope G'(c) = phi(g(c)) g'(c). Where G' is at least A
everywhere, g(c) is a part of the normal distribution with probability A, and what is left of it between g(-1/2) and g(1/2) has
the density G'(c) - A in c. P is found by sequential linear programming: it makes the least G' as large as it can be, with
g(1/2) the quantile of 63/64. Then A is the sum of 1024ths just below. The rest of the program proves to 50 digits what the
sampler relies on: the areas under the density of the body, the rest and the tails, slice by slice of c and in sum; and, on a
grid, with the bend of G' between its points bounded, that the rest is not negative and lies under its envelope."""
import re
import numpy as np
from mpmath import ceil, erfinv, mp, mpf, ncdf, npdf, quad, sqrt
from scipy.optimize import linprog
from scipy.special import ndtri

mp.dps = 50
TAILS = 2.0 ** -5
REST = 2.0 ** -10
N = 12
# The envelope of the rest is a constant on each of 64 equal cells of |c|, a multiple of 1/256 of its whole area.
CELLS, SLOTS = 64, 256


def phi(x):
    return np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


def fit():
    s, edge = 1 - TAILS, ndtri(1 - TAILS / 2)
    c = np.append(0.5 * np.cos(np.linspace(0, np.pi / 2, 3000)), 0.0)
    y = 8 * c * c - 1
    powers = np.vander(y, N, increasing=True)
    value = c[:, None] * powers
    slope = powers + 16 * (c * c)[:, None] * np.arange(N) * np.vander(y, N + 1, increasing=True)[:, [0] + list(range(N - 1))]
    q = ndtri(0.5 + s * c)
    a = np.linalg.lstsq(value * phi(q)[:, None], q * phi(q), rcond=None)[0]
    best = (0, a)
    for _ in range(30):
        g, d = value @ a, slope @ a
        jacobian = phi(g)[:, None] * (slope - (g * d)[:, None] * value)
        step = linprog(np.append(np.zeros(N), -1), A_ub=np.hstack([-jacobian, np.ones((len(c), 1))]), b_ub=phi(g) * d,
                       A_eq=np.append(np.full(N, 0.5), 0)[None], b_eq=[edge - a.sum() / 2], bounds=[(None, None)] * (N + 1))
        a = a + step.x[:N]
        best = max(best, ((phi(value @ a) * (slope @ a)).min(), a), key=lambda pair: pair[0])
    a = [float(x * 8.0 ** i) for i, x in enumerate(best[1])]
    # The first coefficient makes g(1/2) the quantile, to 50 digits before it is rounded.
    exact = sqrt(mpf(2)) * erfinv(1 - mpf(TAILS))
    rest = sum(mpf(x) / mpf(8) ** i for i, x in enumerate(a) if i) / 2
    a[0] = float((exact - rest) * 2)
    return a


def shipped():
    with open("../main/java/io/github/scorelane/kernel/family/NormalSampler.java", encoding="utf-8") as source:
        java = source.read()
    slots = re.search(r"SLOTS = \{(.*?)\}", java, re.S).group(1)
    return ([float(re.search(r"double P%d = (.*?);" % i, java).group(1)) for i in range(N)],
            [int(x) for x in slots.split(",")], mpf(re.search(r"double AREA = (.*?);", java).group(1)))


def check(a, slots, envelope):
    def g(c):
        return c * sum(mpf(x) * (c * c - mpf(1) / 8) ** i for i, x in enumerate(a))

    def dg(c):
        y = c * c - mpf(1) / 8
        return sum(mpf(x) * (y ** i + (2 * i * c * c * y ** (i - 1) if i else 0)) for i, x in enumerate(a))

    def excess(c):
        return npdf(g(c)) * dg(c) - share

    share = 1 - mpf(TAILS) - mpf(REST)
    half = mpf(1) / 2
    edges = [mpf(k) / (2 * CELLS) for k in range(-CELLS, CELLS + 1)]
    slices = list(zip(edges, edges[1:]))
    wedges = [quad(excess, [left, right]) for left, right in slices]
    whole = [ncdf(g(right)) - ncdf(g(left)) for left, right in slices]
    print("slices of c:", len(slices), "largest |body + rest - normal| of one:",
          mp.nstr(max(abs(share * (right - left) + wedge - area) for (left, right), wedge, area in zip(slices, wedges, whole)), 3))
    tails = 2 * ncdf(-g(half))
    for name, area, drawn in (("body", share, 1 - mpf(TAILS) - mpf(REST)), ("rest", sum(wedges), mpf(REST)),
                              ("tails", tails, mpf(TAILS))):
        print("area of the", name, mp.nstr(area, 50), "less the probability with which it is drawn:", mp.nstr(area - drawn, 5))
    print("sum of the areas less 1:", mp.nstr(share + sum(wedges) + tails - 1, 3))
    points = 19200
    values = [excess(half * k / points) for k in range(points + 1)]
    # Between two points the excess leaves their chord by an eighth of its second difference; a half is allowed for.
    bend = max(abs(values[k + 1] - 2 * values[k] + values[k - 1]) for k in range(1, points)) / 2
    print("least excess", mp.nstr(min(values) - bend, 8))
    each = points // CELLS
    tops = [max(values[j * each:(j + 1) * each + 1]) + bend for j in range(CELLS)]
    # A cell's height times its width, on both sides, is its slots' share of the area.
    heights = [envelope * CELLS * slot / SLOTS for slot in slots]
    print("slots of the envelope:", sum(slots), "least height over the rest's:",
          mp.nstr(min(height / top for height, top in zip(heights, tops)), 8), "accepted:", mp.nstr(mpf(REST) / envelope, 4))
    print("slots and area as found here:", (slots, envelope) == steps(tops))


def steps(tops):
    area = mpf(REST)
    while True:
        slots = [int(ceil(top * SLOTS / (area * CELLS))) for top in tops]
        if sum(slots) <= SLOTS:
            break
        area *= mpf("1.001")
    slots[0] += SLOTS - sum(slots)
    # Rounded up to five digits: a higher envelope is an envelope.
    return slots, ceil(area * 10 ** 7) / 10 ** 7


if __name__ == "__main__":
    coefficients, *rest = shipped()
    print("coefficients as found here:", coefficients == fit())
    check(coefficients, *rest)
