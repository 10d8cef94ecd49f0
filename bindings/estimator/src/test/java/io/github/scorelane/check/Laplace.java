package io.github.scorelane.check;

import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/** The Laplace distribution as a user may write it. Its score jumps. */
record Laplace(double location, double scale) implements UnivariateDistribution {
    Laplace {
        if (!Double.isFinite(location) || !(scale > 0)) {
            throw new IllegalArgumentException("location or scale is out of range: " + location + ", " + scale);
        }
    }

    @Override
    public List<String> parameterNames() {
        return List.of("location", "scale");
    }

    @Override
    public double[] parameters() {
        return new double[] {location, scale};
    }

    @Override
    public Laplace withParameters(double... parameters) {
        if (parameters.length != 2) {
            throw new IllegalArgumentException("number of parameters is not 2: " + parameters.length);
        }
        return new Laplace(parameters[0], parameters[1]);
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        for (int i = 0; i < length; i++) {
            double v = stream.uniform(first + i) - 0.5;
            x[offset + i] = location - scale * Math.copySign(StrictMath.log1p(-2 * Math.abs(v)), v);
        }
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        for (int i = 0; i < length; i++) {
            logPdf[logPdfOffset + i] = -Math.abs(x[offset + i] - location) / scale - StrictMath.log(2 * scale);
        }
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        for (int i = 0; i < length; i++) {
            double z = (x[offset + i] - location) / scale;
            gradient[0][gradientOffset + i] = Math.signum(z) / scale;
            gradient[1][gradientOffset + i] = (Math.abs(z) - 1) / scale;
        }
    }
}
