package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.GeometricKernel;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The geometric distribution: x = 0, 1, … failures before the first success, with probabilities p·(1 − p)^x, and the parameter p
 * ("probability").
 *
 * <p>The score is 1/p − x/(1 − p), the Fisher information 1/(p²(1 − p)). Elsewhere than at whole numbers that are not negative
 * the log mass is −∞, and the score has no meaning.
 *
 * <p>Draws are by inversion of a uniform of 52 bits, and reach to 36.7/p.
 */
public final class Geometric extends InvertibleFamily implements HasFisherInformation, HasHessian, HasAtoms {
    private static final ParameterList PARAMETERS = ParameterList.of(Parameter.probability("probability"));
    /** Of less, draws could be infinite. */
    private static final double LEAST = 1e-300;

    private final double p;

    private Geometric(double probability) {
        super(PARAMETERS, probability);
        if (probability < LEAST) {
            throw new IllegalArgumentException("probability is too small, below " + LEAST + ": " + probability);
        }
        p = probability;
    }

    /**
     * A geometric distribution.
     *
     * @param probability p of success, at least 1e-300 and below 1
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Geometric of(double probability) {
        return new Geometric(probability);
    }

    @Override
    public Geometric withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        return of(parameters[0]);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        GeometricKernel.sample(p, stream, first, x, offset, length);
    }

    @Override
    void invert(double[] x, int offset, int length) {
        GeometricKernel.quantile(p, x, offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        GeometricKernel.logPdf(p, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        GeometricKernel.scores(p, x, gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{1 / p / p / (1 - p)}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireRows("hessian", hessian, 1, offset, length);
        double scale = 1 / (1 - p) / (1 - p);
        double atZero = 1 / p / p;
        for (int i = offset; i < offset + length; i++) {
            hessian[0][i] = -Math.fma(x[i], scale, atZero);
        }
    }

    @Override
    public long[] atoms() {
        // (1 − p)^k is the probability from k on.
        return new long[] {0, (long) Math.ceil(AtomTails.LOG / -Log1p.log1p(-p)) + 1};
    }
}
