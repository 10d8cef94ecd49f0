package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.ZetaKernel;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The zeta distribution, also called Zipf's distribution of infinitely many values, has the mass x^-s/ζ(s) at x = 1, 2, …,
 * and the parameter s ("exponent") or ln(s − 1) ("log excess exponent").
 *
 * <p>The score of s is −ln x − ζ′(s)/ζ(s), and its Fisher information is the variance of ln x, (ζ″ζ − ζ′²)/ζ². For ln(s − 1)
 * the score is s − 1 times as much, and the Fisher information (s − 1)² times. The excess s − 1 is kept, so that it may be
 * far below the spacing of doubles at 1. Elsewhere than at whole numbers from 1 on the log mass is −∞, and the score has no
 * meaning.
 *
 * <p>Draws below 32 have probabilities exact to 2^-63; those beyond are made by rejection from a uniform of 52 bits. A draw's
 * statistic is ln x, because x is rounded above 2^53; for s below 1.06 it may even be beyond the largest double, and is then
 * infinite. The power x^a has a mean only for s above 1 + a.
 */
public final class Zeta extends Family implements HasFisherInformation, HasHessian, HasAtoms {
    private static final ParameterList EXPONENT = ParameterList.of(Parameter.aboveOne("exponent"));
    private static final ParameterList LOG_EXCESS = ParameterList.of(Parameter.real("log excess exponent"));

    private static final double LN_2 = 0.6931471805599453;
    private static final int ITERATIONS = 4;

    private final boolean byLogExcess;
    private final double excess;
    private final ZetaKernel kernel;

    private Zeta(ParameterList list, double parameter, double excess) {
        super(list, parameter);
        byLogExcess = list == LOG_EXCESS;
        this.excess = excess;
        kernel = new ZetaKernel(1 + excess, excess);
    }

    /**
     * Creates a zeta distribution.
     *
     * @param exponent s, finite and above 1
     * @return the distribution
     * @throws IllegalArgumentException if it is out of range
     */
    public static Zeta of(double exponent) {
        Parameters.requireAboveOne(EXPONENT.names().getFirst(), exponent);
        return new Zeta(EXPONENT, exponent, exponent - 1);
    }

    @Override
    public Zeta withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 1);
        if (!byLogExcess) {
            return of(parameters[0]);
        }
        Parameters.requireLogit(LOG_EXCESS.names().getFirst(), parameters[0]);
        return new Zeta(LOG_EXCESS, parameters[0], Exp.exp(parameters[0]));
    }

    /** Returns the same distribution with ln(s − 1) as its parameter. */
    @Override
    public Zeta unconstrained() {
        return byLogExcess ? this : new Zeta(LOG_EXCESS, Log.log(excess), excess);
    }

    @Override
    public int statistics() {
        return 1;
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] draws = workspace.doubles();
        double[] logarithms = workspace.doubles();
        kernel.sample(stream, first, draws, logarithms, 0, length);
        System.arraycopy(draws, 0, x, offset, length);
        workspace.giveBack(2, 0);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        kernel.sample(stream, first, x, statistics[0], offset, length);
    }

    @Override
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {
        Log.log(x, offset, statistics[0], offset, length);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        kernel.logPdf(x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        kernel.scores(byLogExcess ? excess : 1, statistics[0], gradient[0], offset, length);
    }

    @Override
    public double[][] fisherInformation() {
        return new double[][] {{kernel.information(byLogExcess ? excess : 1)}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 1, offset, length);
        if (byLogExcess) {
            gradLogPdf(x, offset, hessian, offset, length);
        }
        addInformation(hessian[0], offset, length);
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        requireRows("hessian", hessian, 1, offset, length);
        if (byLogExcess) {
            gradLogPdf(x, statistics, hessian, offset, length);
        }
        addInformation(hessian[0], offset, length);
    }

    /**
     * Puts the negative Fisher information in the place of the second derivative, which is all of it by s; by ln(s − 1) the
     * score, which the array then holds, is added.
     */
    private void addInformation(double[] derivative, int offset, int length) {
        double value = -fisherInformation()[0][0];
        for (int i = offset; i < offset + length; i++) {
            derivative[i] = byLogExcess ? derivative[i] + value : value;
        }
    }

    @Override
    public long[] atoms() {
        double power = excess;
        // The probability above k is less than k^(1 − s)/((s − 1)·ζ(s)), and ζ(s) is more than 1/(s − 1) + ½.
        double constant = Log1p.log1p(0.5 * power);
        // The information may underflow. It is at least the part that the atom 2 with its probability 2^-s adds, which bounds
        // its logarithm from below.
        double logInformation = Math.max(Log.log(kernel.information(1)), -LN_2 * (1 + excess) - 1);
        double logAtom = AtomTails.PROBABILITY_EXPONENT / power;
        for (int i = 0; i < ITERATIONS; i++) {
            double logSquare = 2 * Log.log(logAtom + 2 / power);
            double ofInformation = AtomTails.INFORMATION_EXPONENT + logSquare - logInformation;
            logAtom = (Math.max(AtomTails.PROBABILITY_EXPONENT, ofInformation) - constant) / power;
        }
        return new long[] {1, (long) Math.ceil(Exp.exp(logAtom))};
    }
}
