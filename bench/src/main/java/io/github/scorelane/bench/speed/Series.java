package io.github.scorelane.bench.speed;

import io.github.scorelane.kernel.math.ChebyshevSeries;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Series of surrogates, which are subtracted from as many values of f as there are elements. */
public enum Series {
    /** A series of the shortest length. */
    DEGREE_6(6),
    /** A series of the greatest length. */
    DEGREE_24(24);

    private final IntFunction<ArrayWork> maker;

    Series(int degree) {
        maker = size -> {
            double[] w = Points.uniform(size);
            double[] f = new double[size];
            double[] coefficients = new double[degree + 1];
            Arrays.fill(coefficients, 1e-3);
            return new ArrayWork(() -> ChebyshevSeries.subtract(coefficients, w, 0, f, 0, size), f);
        };
    }

    ArrayWork of(int size) {
        return maker.apply(size);
    }
}
