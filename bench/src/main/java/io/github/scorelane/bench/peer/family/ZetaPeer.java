package io.github.scorelane.bench.peer.family;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;

/** Zeta: Commons RNG's Zipf draws of as many values as an int can tell, and the score −ln x − ζ′(s)/ζ(s). */
public final class ZetaPeer extends DiscretePeer {
    /** Values whose terms are summed one by one, before Euler and Maclaurin's formula. */
    private static final int TERMS = 1000;

    private final double meanLog;

    /** A distribution of a given exponent, not near 1. */
    public ZetaPeer(double exponent) {
        super(logProbability(exponent, Math.log(zeta(exponent))),
                RejectionInversionZipfSampler.of(generator(), Integer.MAX_VALUE, exponent));
        meanLog = logs(exponent) / zeta(exponent);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byExponent = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byExponent[i] = meanLog - Math.log(x[i]);
        }
    }

    private static IntToDoubleFunction logProbability(double exponent, double logZeta) {
        return x -> -exponent * Math.log(x) - logZeta;
    }

    /** Σ k^−s. */
    private static double zeta(double s) {
        double sum = 0;
        for (int k = 1; k < TERMS; k++) {
            sum += Math.pow(k, -s);
        }
        double term = Math.pow(TERMS, -s);
        return sum + term * (TERMS / (s - 1) + 0.5 + s / (12 * TERMS));
    }

    /** Σ ln k·k^−s. */
    private static double logs(double s) {
        double sum = 0;
        for (int k = 1; k < TERMS; k++) {
            sum += Math.log(k) * Math.pow(k, -s);
        }
        double log = Math.log(TERMS);
        double term = Math.pow(TERMS, -s);
        return sum + term * (TERMS * (log + 1 / (s - 1)) / (s - 1) + 0.5 * log - (1 - s * log) / (12 * TERMS));
    }
}
