package io.github.scorelane.check;

import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/** The geometric distribution as a user may write it, without any of the interfaces that only some families have. */
final class Geometric implements UnivariateDistribution {
    private final double probability;

    Geometric(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability is not strictly between 0 and 1: " + probability);
        }
        this.probability = probability;
    }

    @Override
    public List<String> parameterNames() {
        return List.of("probability");
    }

    @Override
    public double[] parameters() {
        return new double[] {probability};
    }

    @Override
    public UnivariateDistribution withParameters(double... parameters) {
        if (parameters.length != 1) {
            throw new IllegalArgumentException("number of parameters is not 1: " + parameters.length);
        }
        return new Geometric(parameters[0]);
    }

    @Override
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        double slope = StrictMath.log1p(-probability);
        for (int i = 0; i < length; i++) {
            x[offset + i] = Math.floor(StrictMath.log(stream.uniform(first + i)) / slope);
        }
    }

    @Override
    public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        double slope = StrictMath.log1p(-probability);
        for (int i = 0; i < length; i++) {
            double at = x[offset + i];
            logPdf[logPdfOffset + i] = at >= 0 && at == Math.rint(at)
                    ? at * slope + StrictMath.log(probability) : Double.NEGATIVE_INFINITY;
        }
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        for (int i = 0; i < length; i++) {
            gradient[0][gradientOffset + i] = 1 / probability - x[offset + i] / (1 - probability);
        }
    }

    @Override
    public String toString() {
        return "Geometric(probability=" + probability + ")";
    }
}
