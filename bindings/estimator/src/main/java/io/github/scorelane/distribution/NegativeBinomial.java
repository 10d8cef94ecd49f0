package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.NegativeBinomialKernel;
import io.github.scorelane.kernel.family.NegativeBinomialScore;
import io.github.scorelane.kernel.family.Sampler;
import io.github.scorelane.kernel.family.Trial;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The negative binomial distribution is that of the number k of failures before the r-th success, where each trial succeeds
 * with probability p. It has the mass Γ(k + r)/(Γ(r)·k!)·p^r·(1 − p)^k at k = 0, 1, …, and the parameters r ("number of
 * successes"), which need not be whole, and p ("probability"). Its mean is r·(1 − p)/p.
 *
 * <p>The scores are ψ(k + r) − ψ(r) + ln p, where ψ is the digamma function, and (r·(1 − p) − k·p)/(p·(1 − p)). With
 * q = 1 − p, the Fisher information is [[F, −1/p], [−1/p, r/(p²·q)]], where F = Σ_{j≥1} q^j·B(r, j)/j. Elsewhere than at
 * whole numbers from 0 on the log mass is −∞, and the scores have no meaning. The unconstrained parameters are ln r ("log
 * number of successes") and the logit of p ("logit probability"); both p and q are kept, so that a logit far above 0 loses
 * nothing.
 *
 * <p>Draws are looked up in a table of no more than about 8,192 values, with probabilities exact to 2^-63; the table is made,
 * in some microseconds, with the first draw. Where more values matter, a draw is a Poisson draw whose mean is a gamma draw of
 * shape r.
 */
public final class NegativeBinomial extends PreparedFamily
        implements HasFisherInformation, HasHessian, HasAtoms {
    /** The largest mean, 2^50. Drawing needs whole numbers of that size to be exact doubles. */
    public static final double MAX_MEAN = 0x1p50;

    private static final ParameterList PARAMETERS =
            ParameterList.of(Parameter.positive("number of successes"), Parameter.probability("probability"));
    private static final ParameterList UNCONSTRAINED =
            ParameterList.of(Parameter.real("log number of successes"), Parameter.real("logit probability"));

    private final boolean isUnconstrained;
    private final double successes;
    private final Trial trial;
    /**
     * The prepared score of r, or null before the first scores. Threads may race to make it without a lock: all its fields
     * are final, and their arrays were written before.
     */
    private transient NegativeBinomialScore score;

    private NegativeBinomial(ParameterList list, double first, double second, double successes, Trial trial) {
        super(list, first, second);
        double mean = successes * trial.q() / trial.p();
        if (!(mean <= MAX_MEAN)) {
            throw new IllegalArgumentException("mean of number of successes and probability is above 2^50: " + successes
                    + " and " + trial.p());
        }
        this.successes = successes;
        this.trial = trial;
        isUnconstrained = list == UNCONSTRAINED;
    }

    /**
     * Creates a negative binomial distribution.
     *
     * @param successes r, finite and at least {@link Double#MIN_NORMAL}
     * @param probability p, strictly between 0 and 1; the mean is at most {@link #MAX_MEAN}
     * @return the distribution
     * @throws IllegalArgumentException if a parameter, or the mean, is out of range
     */
    public static NegativeBinomial of(double successes, double probability) {
        return new NegativeBinomial(PARAMETERS, successes, probability, successes, Trial.of(probability));
    }

    /**
     * Creates a negative binomial distribution with a given mean and dispersion.
     *
     * @param mean μ, at least {@link Double#MIN_NORMAL} and at most {@link #MAX_MEAN}
     * @param dispersion α, with which the variance is μ + α·μ²; as it falls to 0 the distribution becomes {@link Poisson}
     * @return the distribution, with these two as its parameters
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public static NegativeBinomialOfMean ofMean(double mean, double dispersion) {
        return NegativeBinomialOfMean.of(mean, dispersion);
    }

    @Override
    public NegativeBinomial withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2);
        if (!isUnconstrained) {
            return of(parameters[0], parameters[1]);
        }
        Parameters.requireFinite(UNCONSTRAINED.names().getFirst(), parameters[0]);
        Parameters.requireLogit(UNCONSTRAINED.names().getLast(), parameters[1]);
        double r = Link.LOG.constrained(parameters[0]);
        Parameters.requireScale(PARAMETERS.names().getFirst(), r);
        return new NegativeBinomial(UNCONSTRAINED, parameters[0], parameters[1], r, Trial.ofLogit(parameters[1]));
    }

    /** Returns the same distribution with ln r and the logit of p as its parameters. */
    @Override
    public NegativeBinomial unconstrained() {
        return isUnconstrained ? this
                : new NegativeBinomial(UNCONSTRAINED, Link.LOG.unconstrained(successes), trial.logit(), successes, trial);
    }

    @Override
    Sampler prepare() {
        return NegativeBinomialKernel.sampler(successes, trial);
    }

    @Override
    void logDensity(double[] x, double[] logPdf, int offset, int length) {
        NegativeBinomialKernel.logPdf(successes, trial, x, logPdf, offset, length);
    }

    @Override
    void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        NegativeBinomialScore ofSuccesses = score;
        if (ofSuccesses == null) {
            ofSuccesses = new NegativeBinomialScore(successes, trial);
            score = ofSuccesses;
        }
        ofSuccesses.score(x, gradient[0], offset, length);
        double scale = isUnconstrained ? 1 : 1 / (trial.p() * trial.q());
        NegativeBinomialKernel.scores(successes, trial, scale, x, gradient[1], offset, length);
        if (isUnconstrained) {
            multiply(successes, gradient[0], offset, length);
        }
    }

    private static void multiply(double factor, double[] row, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            row[i] *= factor;
        }
    }

    @Override
    public double[][] fisherInformation() {
        double p = trial.p();
        double q = trial.q();
        double ofSuccesses = NegativeBinomialScore.information(successes, trial);
        if (isUnconstrained) {
            double both = -successes * q;
            return new double[][] {{ofSuccesses * successes * successes, both}, {both, successes * q}};
        }
        double both = -1 / p;
        return new double[][] {{ofSuccesses, both}, {both, successes / p / p / q}};
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        requireHessian(x, hessian, 3, offset, length);
        double p = trial.p();
        double q = trial.q();
        NegativeBinomialScore.derivative(successes, isUnconstrained ? successes : 1, x, hessian[0], offset, length);
        double success = 1 / p;
        double failure = 1 / q;
        double cross = isUnconstrained ? successes * q : success;
        double atZero = isUnconstrained ? -successes * p * q : -successes * success * success;
        double slope = isUnconstrained ? -p * q : -failure * failure;
        for (int i = offset; i < offset + length; i++) {
            hessian[1][i] = cross;
            hessian[2][i] = Fma.fma(x[i], slope, atZero);
        }
        if (isUnconstrained) {
            addScores(x, hessian[0], offset, length);
        }
    }

    /**
     * Adds the scores with respect to ln r to r² times the second derivatives by r, which by the chain rule gives the second
     * derivatives by ln r.
     */
    private void addScores(double[] x, double[] derivative, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[][] scores = takeRows(workspace, 2);
        for (int i = 0; i < length; i += Workspace.BLOCK) {
            int n = Math.min(Workspace.BLOCK, length - i);
            gradLogPdf(x, offset + i, scores, 0, n);
            for (int s = 0; s < n; s++) {
                derivative[offset + i + s] += scores[0][s];
            }
        }
        workspace.giveBack(2, 0);
    }

    @Override
    public long[] atoms() {
        return atoms(successes, trial.p(), trial.q());
    }

    /** Returns the atoms of the distribution with r successes, each of probability p = 1 − q. */
    static long[] atoms(double r, double p, double q) {
        double mean = r * q / p;
        double below = AtomTails.deviation(mean / p, 0);
        return AtomTails.range(mean, below, AtomTails.deviation(below, t -> exponent(r, p, q, mean + t, t)), Long.MAX_VALUE);
    }

    /** Returns the exponent of Chernoff's bound on the probability of k or more, where k is the mean plus t. */
    private static double exponent(double r, double p, double q, double k, double t) {
        double all = k + r;
        return k * Log1p.log1p(p * t / (q * all)) + r * Log1p.log1p(-t / all);
    }
}
