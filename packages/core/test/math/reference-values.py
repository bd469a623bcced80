"""Writes reference-values.ts beside this file. Run by hand with mpmath 1.3: python3 reference-values.py

Every row is the arguments followed by the true value as an unevaluated sum of two doubles.
"""
from pathlib import Path

from mpmath import erfc, exp, findroot, gammainc, log, loggamma, mp, mpf, pi, sqrt

mp.dps = 60


def row(*numbers):
    value = numbers[-1]
    high = float(value)
    shown = [*numbers[:-1], high, float(value - mpf(high))]
    return "  [" + ", ".join(repr(float(n)) for n in shown) + "],"


def cdf(z):
    return erfc(-z / sqrt(mpf(2))) / 2


def newton(start, residual, slope):
    x = start
    for _ in range(200):
        step = residual(x) / slope(x)
        x -= step
        if abs(step) < abs(x) * mpf(10) ** -45:
            return x
    raise ArithmeticError(start)


def normal_quantile(p):
    tail = mpf(min(p, 1 - mpf(p)))
    z = newton(-sqrt(-2 * log(tail)) if tail < 0.1 else mpf(0), lambda z: log(cdf(z) / tail),
               lambda z: exp(-z * z / 2) / sqrt(2 * pi) / cdf(z))
    return z if p < 0.5 else -z


def gamma_quantile(p, shape):
    a, upper = mpf(shape), p > 0.5
    q = 1 - mpf(p) if upper else mpf(p)

    def tail(t):
        x = exp(t)
        return gammainc(a, x, mp.inf, regularized=True) if upper else gammainc(a, 0, x, regularized=True)

    def slope(t):
        x = exp(t)
        return (-1 if upper else 1) * exp(a * t - x - loggamma(a)) / tail(t)

    start = (log(q) + loggamma(a + 1)) / a if not upper else log(a + 1)
    return exp(newton(start, lambda t: log(tail(t) / q), slope))


def table(name, comment, rows):
    return [f"/** {comment} */", f"export const {name}: readonly (readonly number[])[] = [", *rows, "];", ""]


PROBABILITIES = [2.0**-53, 2.0**-40, 1e-9, 1e-6, 1e-4, 0.001, 0.01, 0.05, 0.075, 0.1, 0.25, 0.309, 0.4, 0.499, 0.5,
                 0.51, 0.6, 0.75, 0.9, 0.924, 0.926, 0.95, 0.99, 0.999, 0.9999, 1 - 1e-6, 1 - 1e-9, 1 - 2.0**-53]
ARGUMENTS = [1e-300, 1e-20, 1e-6, 0.01, 0.1, 0.3, 0.499, 0.5, 0.7, 0.9, 0.999, 0.9999999, 1.0000001, 1.001, 1.1, 1.3,
             1.494, 1.499, 1.5, 1.7, 1.9, 1.9999999, 2.0000001, 2.1, 2.4, 2.5, 3.5, 4.5, 6.0, 7.7, 9.5, 9.999, 10.0, 12.0,
             20.5, 55.0, 171.5, 1e3, 1e5, 1e10, 1e100, 1e305]
DEVIATES = [-38.0, -37.5, -30.0, -20.0, -10.0, -8.3, -6.0, -5.7, -5.6, -4.0, -3.119, -2.0, -1.0, -0.7, -0.68, -0.67, -0.3,
            -1e-8, 1e-8, 0.3, 0.67, 0.68, 0.7, 1.0, 2.0, 3.0, 5.0, 7.0, 8.2]
TAIL_AND_MIDDLE = [2.0**-53, 1e-9, 1e-4, 0.01, 0.1, 0.4, 0.51, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6, 1 - 2.0**-53]
SHAPES = [0.001, 0.01, 0.05, 0.1, 0.5, 0.9, 1.125, 1.5, 2.0, 3.0, 5.0, 9.99, 10.0, 20.0, 100.0, 1000.0]

lines = ["// Written by reference-values.py with mpmath 1.3 at 60 digits. Each row: arguments, then the true value as a sum of two.", ""]
lines += table("lnGammaValues", "x, ln gamma(x).", [row(x, loggamma(mpf(x))) for x in ARGUMENTS])
lines += table("normalCdfValues", "z, probability of at most z.", [row(z, cdf(mpf(z))) for z in DEVIATES])
lines += table("normalQuantileValues", "p, quantile.",
               [row(p, normal_quantile(p)) for p in [1e-300, 1e-100, 1e-20, *PROBABILITIES] if p != 0.5])
quantiles = [(p, shape, gamma_quantile(p, shape)) for shape in SHAPES for p in TAIL_AND_MIDDLE]
lines += table("gammaQuantileValues", "p, shape, quantile at scale 1, where it is not below 1e-290.",
               [row(*entry) for entry in quantiles if entry[2] > mpf(10) ** -290])
points = [(x * shape, shape) for shape in SHAPES for x in (0.2, 0.7, 1.0, 1.1, 1.6, 4.0)]
lines += table("gammaCdfValues", "x, shape, probability of at most x, where it is not below 1e-250.",
               [row(*point, value) for point in points
                if (value := gammainc(mpf(point[1]), 0, mpf(point[0]), regularized=True)) > mpf(10) ** -250])
Path(__file__).with_name("reference-values.ts").write_text("\n".join(lines), encoding="utf-8")
