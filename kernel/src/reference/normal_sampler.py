#!/usr/bin/env python3
"""Finds and checks the numbers of NormalSampler. Run it: python3 normal_sampler.py (numpy 2.4, scipy 1.17, mpmath 1.3.0).

With c uniform on (-1/2, 1/2) and g(c) = c P(c^2 - 1/8), G = Phi(g) has the slope G'(c) = phi(g(c)) g'(c). Where G' is at least A
everywhere, g(c) is a part of the normal distribution with probability A, and what is left of it between g(-1/2) and g(1/2) has
the density G'(c) - A in c. P is found by sequential linear programming: it makes the least G' as large as it can be, with
g(1/2) the quantile of 63/64. Then A is the sum of 1024ths just below. The rest of the program proves to 50 digits what the
sampler relies on, on a grid, with the bend of G' between its points bounded."""
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


def check(a):
    def g(c):
        return c * sum(mpf(x) * (c * c - mpf(1) / 8) ** i for i, x in enumerate(a))

    def dg(c):
        y = c * c - mpf(1) / 8
        return sum(mpf(x) * (y ** i + (2 * i * c * c * y ** (i - 1) if i else 0)) for i, x in enumerate(a))

    def excess(c):
        return npdf(g(c)) * dg(c) - share

    share = 1 - mpf(TAILS) - mpf(REST)
    half = mpf(1) / 2
    print("mass beyond g(1/2), twice, less 2^-5:", mp.nstr(2 * (1 - ncdf(g(half))) - mpf(TAILS), 5))
    print("mass of the rest less 2^-10:", mp.nstr(ncdf(g(half)) - ncdf(g(-half)) - share - mpf(REST), 5))
    area = quad(excess, [mpf(k) / 64 for k in range(-32, 33)])
    print("its integral less 2^-10:", mp.nstr(area - mpf(REST), 5))
    points = 19200
    values = [excess(half * k / points) for k in range(points + 1)]
    # Between two points the excess leaves their chord by an eighth of its second difference; a half is allowed for.
    bend = max(abs(values[k + 1] - 2 * values[k] + values[k - 1]) for k in range(1, points)) / 2
    print("least excess", mp.nstr(min(values) - bend, 8))
    each = points // CELLS
    tops = [max(values[j * each:(j + 1) * each + 1]) + bend for j in range(CELLS)]
    area = mpf(REST)
    while True:
        # A cell's height times its width, on both sides, is its slots' share of the area.
        slots = [int(ceil(top * SLOTS / (area * CELLS))) for top in tops]
        if sum(slots) <= SLOTS:
            break
        area *= mpf("1.001")
    slots[0] += SLOTS - sum(slots)
    print("slots", slots, "area of the envelope", mp.nstr(area, 10), "accepted", mp.nstr(mpf(REST) / area, 4))


if __name__ == "__main__":
    coefficients = fit()
    for i, x in enumerate(coefficients):
        print(i, repr(x))
    check(coefficients)
