package io.github.scorelane.bench.peer.family;

import java.util.function.DoubleUnaryOperator;

/** Kumaraswamy: draws by the inverse of the distribution function, and the scores of its density abx^(a−1)(1 − x^a)^(b−1). */
public final class KumaraswamyPeer extends ContinuousPeer {
    private final double a;
    private final double b;

    /** A distribution of given parameters. */
    public KumaraswamyPeer(double a, double b) {
        super(logDensity(a, b, Math.log(a * b)),
                inverted(p -> Math.pow(1 - Math.pow(1 - p, 1 / b), 1 / a)));
        this.a = a;
        this.b = b;
    }

    private static DoubleUnaryOperator logDensity(double a, double b, double constant) {
        return x -> constant + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-Math.pow(x, a));
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byA = gradient[0];
        double[] byB = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double log = Math.log(x[i]);
            double power = Math.exp(a * log);
            byA[i] = 1 / a + log - (b - 1) * power * log / (1 - power);
            byB[i] = 1 / b + Math.log1p(-power);
        }
    }
}
