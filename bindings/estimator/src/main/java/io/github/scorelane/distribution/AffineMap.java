package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import java.util.Arrays;

/**
 * The map v = (x − centre)·factor/scale, for families with a location and a scale. The factor makes the result about as wide
 * as a standard logistic number.
 */
final class AffineMap extends LogisticMap {
    private final double centre;
    private final double slope;
    private final double inverse;

    AffineMap(double centre, double scale, double factor) {
        this.centre = centre;
        slope = scale / factor;
        inverse = factor / scale;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = (x[i] - centre) * inverse;
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(v[i], slope, centre);
        }
        Arrays.fill(logSlope, offset, offset + length, Log.log(slope));
    }
}
