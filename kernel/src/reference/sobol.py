#!/usr/bin/env python3
"""Makes what Sobol needs and is tested with. Run it in this folder: python3 sobol.py (NumPy, SciPy 1.17.1, which holds Joe and
Kuo's table new-joe-kuo-6.21201).

Writes
  ../main/resources/io/github/scorelane/kernel/sequence/joe-kuo.txt   polynomials and first direction numbers, 2,048 dimensions
  ../test/resources/io/github/scorelane/kernel/sequence/sobol.csv     points, computed from the table by SciPy's own program"""
import os
import random
import numpy as np
import scipy.stats
from scipy.stats import qmc

DIMENSIONS = 2048
LICENCE = """Direction numbers for Sobol sequences, D(6) of S. Joe, F. Y. Kuo, Constructing Sobol sequences with better
two-dimensional projections, SIAM J. Sci. Comput. 30, 2008: file new-joe-kuo-6.21201, its first dimensions.
A line a dimension, from the second on: the primitive polynomial, a bit a coefficient, and m_1 ... m_s.

Copyright (c) 2008, Frances Y. Kuo and Stephen Joe
All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
following conditions are met:

    * Redistributions of source code must retain the above copyright notice, this list of conditions and the
      following disclaimer.

    * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the
      following disclaimer in the documentation and/or other materials provided with the distribution.

    * Neither the names of the copyright holders nor the names of the University of New South Wales and the
      University of Waikato and its contributors may be used to endorse or promote products derived from this
      software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS ``AS IS'' AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT
LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
SHALL THE COPYRIGHT HOLDERS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES
(INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING
NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH
DAMAGE."""


def table():
    data = np.load(os.path.join(os.path.dirname(scipy.stats.__file__), "_sobol_direction_numbers.npz"))
    with open("../main/resources/io/github/scorelane/kernel/sequence/joe-kuo.txt", "w") as out:
        for line in LICENCE.split("\n"):
            out.write(("# " + line).rstrip() + "\n")
        for d in range(1, DIMENSIONS):
            polynomial = int(data["poly"][d])
            degree = polynomial.bit_length() - 1
            out.write(" ".join(str(int(v)) for v in [polynomial, *data["vinit"][d][:degree]]) + "\n")


def points():
    """SciPy's points come in the order of Gray's code: its point i is point i ^ (i >> 1) of the sequence."""
    rows = 1 << 12
    all_points = qmc.Sobol(DIMENSIONS, scramble=False, bits=64).random(rows)
    random.seed(1)
    dimensions = list(range(20)) + [100, 500, 1023, 1024, 2000, 2047]
    with open("../test/resources/io/github/scorelane/kernel/sequence/sobol.csv", "w") as out:
        out.write("# dimension, index, the point times 2^12; by sobol.py, SciPy's qmc.Sobol\n")
        for d in dimensions:
            for i in [0, 1, 2, 3, 4, 5, 6, 7, rows - 1] + [random.randrange(rows) for _ in range(20)]:
                scaled = all_points[i][d] * rows
                assert scaled == int(scaled)
                out.write("%d,%d,%d\n" % (d, i ^ (i >> 1), int(scaled)))


table()
points()
