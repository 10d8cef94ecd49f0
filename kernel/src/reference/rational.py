"""Fits a quotient of polynomials through a function at Chebyshev nodes, and tells how well it fits."""
from mpmath import cos, lu_solve, matrix, mpf, pi, polyval


def fit(f, a, b, numerator, denominator, there, back):
    """The coefficients, lowest first, of the quotient with these degrees that is f at Chebyshev nodes of [a, b], evenly laid in
    the variable to which `there` maps and from which `back` does. The denominator's first coefficient is 1."""
    low, high, n = there(mpf(a)), there(mpf(b)), numerator + denominator + 1
    equations, values = matrix(n, n), matrix(n, 1)
    for i in range(n):
        x = back((low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * n)))
        values[i] = f(x)
        for j in range(numerator + 1):
            equations[i, j] = x ** j
        for j in range(1, denominator + 1):
            equations[i, numerator + j] = -values[i] * x ** j
    found = list(lu_solve(equations, values))
    return found[:numerator + 1], [mpf(1)] + found[numerator + 1:]


def show(what, f, a, b, quotient, there, back):
    """Prints the coefficients rounded to doubles, and the quotient's largest relative error with these."""
    rounded = [[float(c) for c in part] for part in quotient]
    low, high, worst = there(mpf(a)), there(mpf(b)), 0
    for k in range(2001):
        x = back(low + (high - low) * k / 2000)
        worst = max(worst, abs(polyval(rounded[0][::-1], x) / polyval(rounded[1][::-1], x) / f(x) - 1))
    print(what, "relative error", float(worst))
    for name, part in zip("ND", rounded):
        for k, c in enumerate(part):
            print("    private static final double %s%d = %r;" % (name, k, c))
