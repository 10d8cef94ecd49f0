#!/usr/bin/env python3
"""Makes what Logistic is tested with. Run it in this folder: python3 logistic.py (mpmath 1.3.0).

Writes
  ../test/resources/io/github/scorelane/kernel/math/logistic.csv   doubles and 1/(1 + exp(-x)), about 29 digits

Logistic takes its polynomial from expm1.py, and its constants from exp.py."""
import random
from mpmath import exp, ln, mp, mpf
from table import bits, double, write

mp.dps = 400
LN2 = ln(mpf(2))
UNDERFLOW = -745.1332191019411
# The worst found by trying many.
WORST = [0xc018f3e61129ec29, 0xc018f24310d719af, 0xc018f3a452f5050f, 0xc0162aa415108446,
         0xc018f3c282d425ae, 0xc0162d4866f77ff4, 0xc01bb9560a34de0e, 0xc0162c4a9552b991]


def arguments():
    yield from (0.0, -0.0, 5e-324, -5e-324, 2.0 ** -54, -2.0 ** -54, 1.0, -1.0, 10.0, 40.0, 708.0, 709.0, 1000.0, 1e300)
    yield from (double(b) for b in WORST)
    random.seed(20261121)
    for k in range(64):                                       # around the thresholds
        yield from (double(bits(UNDERFLOW) - k), double(bits(-708.0) - 32 + k), double(bits(-708.3964185322641) - 32 + k))
    for _ in range(500):                                      # subnormal results
        yield random.uniform(-745.2, -708.3)
    for k in range(-1074, 60):                                # where the reduction changes its mind
        yield float((k + mpf(1) / 2) * LN2 + mpf(random.uniform(-1, 1)) * mpf(2) ** -random.randrange(8, 44))
    for _ in range(1500):
        yield random.uniform(-8, 3)
    for _ in range(500):
        yield random.uniform(-1, 1) * 2.0 ** -random.randrange(60)
        yield random.uniform(-40, 40)
        yield random.uniform(-745, 40)


if __name__ == "__main__":
    write("logistic", lambda x: 1 / (1 + exp(-x)), (x for x in arguments() if x > UNDERFLOW - 1))
