#!/usr/bin/env python3
"""Finds and checks the numbers of NormalSampler. Run it in this folder: python3 normal_sampler.py > normal_sampler.txt (numpy
2.4, scipy 1.17, mpmath 1.3.0). What is checked are the numbers that it reads in NormalSampler.java.

A curve x(c), odd and rising on each side of 0, with c uniform on (-1/2, 1/2), is a part of the normal distribution with
probability A where phi(x(c)) x'(c) is at least A everywhere. What is left of the normal distribution between the curve's ends
has the density phi(x(c)) x'(c) - A in c, the excess. Of the body, x = c P(c^2 - 1/8); of the flanks, x = T(|c| - 1/4) with the
sign of c. Both polynomials are found by sequential linear programming, which makes the least excess as large as it can be while
the ends stay on the quantiles where the parts meet. The rest of the program proves to 50 digits what the sampler relies on: the
areas under the densities of the parts, slice by slice of c and in sum; and, on a grid, with the bend of the excess between its
points bounded, that it is not negative, and lies between the two steps of each cell of its envelope."""
import re
import numpy as np
from mpmath import ceil, erfinv, floor, mp, mpf, ncdf, npdf, quad, sqrt
from numpy.polynomial import chebyshev
from scipy.optimize import linprog
from scipy.special import ndtri

mp.dps = 50
# Probabilities of the parts, which low bits of a word choose.
BODY, FLANKS, TAILS = mpf(960) / 1024, mpf(59) / 1024, mpf(4) / 1024
BODY_REST, FLANK_REST = mpf(7) / 8192, mpf(1) / 8192
# Where the flanks begin and end.
INNER = sqrt(mpf(2)) * erfinv(BODY + BODY_REST)
OUTER = sqrt(mpf(2)) * erfinv(1 - TAILS)
P, T = 9, 13
# Each excess has its own steps on 64 equal cells of |c|, of slots whose areas are all the same.
CELLS, SLOTS = 64, 1024
HALF = mpf(1) / 2


def phi(x):
    return np.exp(-x * x / 2) / np.sqrt(2 * np.pi)


def least_excess(quantile, value, slope, ends, at):
    """The coefficients of the curve whose least density is largest, with these ends."""
    n = value.shape[1]
    a = np.linalg.lstsq(value * phi(quantile)[:, None], quantile * phi(quantile), rcond=None)[0]
    best = (0, a)
    for _ in range(40):
        x, d = value @ a, slope @ a
        jacobian = phi(x)[:, None] * (slope - (x * d)[:, None] * value)
        step = linprog(np.append(np.zeros(n), -1), A_ub=np.hstack([-jacobian, np.ones((len(x), 1))]), b_ub=phi(x) * d,
                       A_eq=np.hstack([ends, np.zeros((len(at), 1))]), b_eq=at - ends @ a, bounds=[(None, None)] * (n + 1))
        if step.x is None:
            break
        a = a + step.x[:n]
        best = max(best, ((phi(value @ a) * (slope @ a)).min(), a), key=lambda pair: pair[0])
    return best[1]


def fit_body():
    c = np.append(0.5 * np.cos(np.linspace(0, np.pi / 2, 3000)), 0.0)
    y = 8 * c * c - 1
    powers = np.vander(y, P, increasing=True)
    slope = powers + 16 * (c * c)[:, None] * np.arange(P) * np.vander(y, P + 1, increasing=True)[:, [0] + list(range(P - 1))]
    a = least_excess(ndtri(0.5 + float(BODY + BODY_REST) * c), c[:, None] * powers, slope, np.full((1, P), 0.5),
                     np.array([float(INNER)]))
    a = [float(x * 8.0 ** i) for i, x in enumerate(a)]
    # The first coefficient makes the end the quantile, to 50 digits before it is rounded.
    a[0] = float((INNER - sum(mpf(x) / mpf(8) ** i for i, x in enumerate(a) if i) / 2) * 2)
    return a


def fit_flanks():
    y = np.cos(np.linspace(0, np.pi, 4000))
    beyond = float((FLANKS + FLANK_REST) / 2) * (1 - y) / 2 + float(TAILS / 2)
    slope = np.stack([chebyshev.chebval(y, chebyshev.chebder(row)) for row in np.eye(T)], 1) * 4
    a = least_excess(-ndtri(beyond), chebyshev.chebvander(y, T - 1), slope, np.stack([(-1.0) ** np.arange(T), np.ones(T)]),
                     np.array([float(INNER), float(OUTER)]))
    a = [float(x * 4.0 ** i) for i, x in enumerate(chebyshev.cheb2poly(a))]
    # As before, the first two coefficients, for both ends.
    even, odd = (sum(mpf(a[i]) / mpf(4) ** i for i in range(first, T, 2)) for first in (2, 3))
    a[0] = float((OUTER + INNER) / 2 - even)
    a[1] = float(((OUTER - INNER) / 2 - odd) * 4)
    return a


def shipped():
    with open("../main/java/io/github/scorelane/kernel/family/NormalSampler.java", encoding="utf-8") as source:
        java = source.read()

    def numbers(letter, n):
        return [float(re.search(r"double %s%d = (.*?);" % (letter, i), java).group(1)) for i in range(n)]

    def envelope(name):
        slots = [[int(x) for x in re.search(r"%s_%s = \{(.*?)\}" % (name, kind), java, re.S).group(1).split(",")]
                 for kind in ("SURE", "SLOTS")]
        return slots[0], slots[1], mpf(re.search(r"double %s_AREA = (.*?);" % name, java).group(1))

    return numbers("P", P), envelope("BODY"), numbers("T", T), envelope("FLANK")


def horner(a, y):
    x = mpf(0)
    for coefficient in reversed(a):
        x = x * y + mpf(coefficient)
    return x


def check(name, x, dx, share, rest, begin, end, envelope):
    """One curve, for c >= 0. Probabilities are those of both signs."""
    def excess(c):
        return npdf(x(c)) * dx(c) - share

    sure, slots, area = envelope
    edges = [mpf(k) / (2 * CELLS) for k in range(CELLS + 1)]
    slices = list(zip(edges, edges[1:]))
    wedges = [2 * quad(excess, [left, right]) for left, right in slices]
    whole = [2 * (ncdf(x(right)) - ncdf(x(left))) for left, right in slices]
    print(name + ": largest |curve + rest - normal| of", CELLS, "slices of |c|:",
          mp.nstr(max(abs(2 * share * (right - left) + wedge - area) for (left, right), wedge, area
                      in zip(slices, wedges, whole)), 3))
    print("  ends less the quantiles:", mp.nstr(x(mpf(0)) - begin, 3), mp.nstr(x(HALF) - end, 3))
    print("  area of the rest", mp.nstr(sum(wedges), 50), "less the probability with which it is drawn:",
          mp.nstr(sum(wedges) - rest, 5))
    points = 19200
    values = [excess(HALF * k / points) for k in range(points + 1)]
    # Between two points the excess leaves their chord by an eighth of its second difference; a half is allowed for.
    bend = max(abs(values[k + 1] - 2 * values[k] + values[k - 1]) for k in range(1, points)) / 2
    print("  least excess", mp.nstr(min(values) - bend, 8))
    each = points // CELLS
    cells = [values[j * each:(j + 1) * each + 1] for j in range(CELLS)]
    tops, bottoms = [max(cell) + bend for cell in cells], [min(cell) - bend for cell in cells]
    # A cell's height times its width, on both sides, is its slots' share of the area.
    height = area * CELLS / SLOTS
    print("  slots:", sum(slots), "least height over the rest's:", mp.nstr(min(n * height / top for n, top in zip(slots, tops)), 8),
          "largest height of the sure ones over the rest's:", mp.nstr(max(n * height / low for n, low in zip(sure, bottoms)), 8))
    print("  accepted:", mp.nstr(rest / area, 4), "sure:", mp.nstr(mpf(sum(sure)) / SLOTS, 4))
    found = steps(tops, bottoms, rest)
    print("  slots and area as found here:", envelope == found, "" if envelope == found else found)
    return sum(wedges)


def steps(tops, bottoms, rest):
    area = rest
    while True:
        slots = [int(ceil(top * SLOTS / (area * CELLS))) for top in tops]
        if sum(slots) <= SLOTS:
            break
        area *= mpf("1.001")
    slots[0] += SLOTS - sum(slots)
    # Rounded up: a higher envelope is an envelope.
    area = ceil(area * 10 ** 7) / 10 ** 7
    return [int(floor(low * SLOTS / (area * CELLS))) for low in bottoms], slots, area


if __name__ == "__main__":
    body, body_envelope, flanks, flank_envelope = shipped()
    body_slope, flank_slope = ([mpf(i) * mpf(x) for i, x in enumerate(a)][1:] for a in (body, flanks))
    eighth, quarter = mpf(1) / 8, mpf(1) / 4

    def dg(c):
        return horner(body, c * c - eighth) + 2 * c * c * horner(body_slope, c * c - eighth)

    found = fit_body(), fit_flanks()
    print("coefficients as found here:", (body, flanks) == found, "" if (body, flanks) == found else found)
    body_rest = check("body", lambda c: c * horner(body, c * c - eighth), dg, BODY, BODY_REST, mpf(0), INNER, body_envelope)
    flank_rest = check("flanks", lambda c: horner(flanks, c - quarter), lambda c: horner(flank_slope, c - quarter),
                       FLANKS, FLANK_REST, INNER, OUTER, flank_envelope)
    print("probabilities of the parts less 1:", mp.nstr(BODY + FLANKS + TAILS + BODY_REST + FLANK_REST - 1, 3),
          "areas of the parts less 1:", mp.nstr(BODY + FLANKS + TAILS + body_rest + flank_rest - 1, 3))
