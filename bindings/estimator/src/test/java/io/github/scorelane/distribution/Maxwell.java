package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * The Maxwell distribution is that of the length of a vector of three normal coordinates, whose standard deviation is the
 * scale.
 */
record Maxwell(double scale) implements UnivariateDistribution {
    Maxwell {
        if (!(scale > 0)) {
            throw new IllegalArgumentException("scale is not strictly positive: " + scale);
        }
    }

    @Override
    public List<String> parameterNames() {
        return List.of("scale");
    }

    @Override
    public double[] parameters() {
        return new double[] {scale};
    }

    @Override
    public Maxwell withParameters(double... parameters) {
        if (parameters.length != 1) {
            throw new IllegalArgumentException("number of parameters is not 1: " + parameters.length);
        }
        return new Maxwell(parameters[0]);
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        double[][] z = new double[3][length];
        for (int d = 0; d < 3; d++) {
            Normal.of(0, scale).sample(stream.substream(d), first, z[d], 0, length);
        }
        for (int i = 0; i < length; i++) {
            x[offset + i] = Math.sqrt(z[0][i] * z[0][i] + z[1][i] * z[1][i] + z[2][i] * z[2][i]);
        }
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        double constant = 0.5 * Log.log(2 / Math.PI) - 3 * Log.log(scale);
        for (int i = 0; i < length; i++) {
            double z = x[offset + i] / scale;
            logPdf[logPdfOffset + i] = 2 * Log.log(x[offset + i]) + constant - 0.5 * z * z;
        }
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        for (int i = 0; i < length; i++) {
            double z = x[offset + i] / scale;
            gradient[0][gradientOffset + i] = (z * z - 3) / scale;
        }
    }
}
