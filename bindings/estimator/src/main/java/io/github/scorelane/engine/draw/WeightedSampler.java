package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * Sampler of a proposal q, which gives its samples the weights w = p/q by which they stand for samples of the target p. It leaves
 * the weights among the statistics of the samples, from which terms are made.
 *
 * <p>Weights are made in log space, from both log densities, and are divided by e^shift. The shift is 0 unless the weights of the
 * first samples are so large, or so small, that their fourth powers might overflow or underflow. A run whose largest weight turns
 * out to be far from what its first samples promised is worked again with a shift that fits: see {@link #isShiftedRight}.
 */
public final class WeightedSampler implements BlockSampler {
    /** The statistic that is the weight, clipped and divided by e^shift. */
    public static final int WEIGHT = 0;
    /** The statistic that is the logarithm of the weight itself. */
    public static final int LOG_WEIGHT = 1;
    /** The number of samples that tell the shift. */
    private static final int FIRST = 64;
    /**
     * Logarithms of weights up to this are not shifted: fourth powers stay finite when the squares of f and a score multiply them.
     */
    private static final double MODERATE = 40;
    /** Logarithms of shifted weights are cut off here, in a run that has to be worked again. */
    private static final double CUT = 700;

    private final MultivariateDistribution target;
    private final Proposal proposal;
    private final double logClip;
    private final double shift;
    /** The number of weights that a fit of their tail needs. */
    private final int kept;

    /**
     * Creates a sampler whose shift the first samples tell.
     *
     * @param target the distribution p that the samples are to stand for
     * @param reweighting the proposal q, and how weights are clipped
     * @param kept the number of largest weights that are kept
     * @param stream the stream of the run
     * @param samples number of samples of the run
     */
    public WeightedSampler(MultivariateDistribution target, Reweighting reweighting, int kept, SplitStream stream, long samples) {
        this.target = target;
        this.kept = kept;
        proposal = reweighting.proposal();
        logClip = StrictMath.log(reweighting.largest());
        shift = shift(stream, (int) Math.min(FIRST, samples));
    }

    private WeightedSampler(WeightedSampler other, double shift) {
        target = other.target;
        proposal = other.proposal;
        logClip = other.logClip;
        kept = other.kept;
        this.shift = shift;
    }

    /** Returns a sampler of the same samples, whose shift is the largest weight that a run has seen. */
    public WeightedSampler shiftedTo(LargestWeights seen) {
        return new WeightedSampler(this, logLargest(seen));
    }

    /** Tells, when a run is over, whether the largest weight is near to the number that weights are divided by. */
    public boolean isShiftedRight(LargestWeights seen) {
        double largest = logLargest(seen);
        return Math.abs(largest - shift) <= MODERATE || largest == Double.NEGATIVE_INFINITY;
    }

    /** Returns the logarithm of what the weights are divided by. */
    public double shift() {
        return shift;
    }

    private double logLargest(LargestWeights seen) {
        return Math.min(seen.largest(), logClip);
    }

    @Override
    public int dimension() {
        return target.dimension();
    }

    @Override
    public int statistics() {
        return 2;
    }

    @Override
    public LargestWeights largestWeights() {
        return new LargestWeights(kept);
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int length) {
        double[] w = statistics[WEIGHT];
        double[] logWeights = statistics[LOG_WEIGHT];
        logWeights(stream, first, x, logWeights, w, length);
        for (int i = 0; i < length; i++) {
            w[i] = Math.min(logWeights[i], logClip) - shift;
        }
        cutOff(first, x, w, length);
        Exp.exp(w, 0, w, 0, length);
    }

    private void logWeights(SplitStream stream, long first, double[][] x, double[] logWeights, double[] scratch, int length) {
        proposal.draw(stream, first, x, scratch, length);
        target.logPdf(x, 0, logWeights, 0, length);
        for (int i = 0; i < length; i++) {
            logWeights[i] -= scratch[i];
        }
    }

    private double shift(SplitStream stream, int length) {
        double[] logWeights = new double[length];
        logWeights(stream, 0, new double[dimension()][length], logWeights, new double[length], length);
        double largest = Arrays.stream(logWeights).map(w -> Math.min(w, logClip)).reduce(Double.NEGATIVE_INFINITY, Math::max);
        // A weight that is not a number is refused where it is used, with its sample.
        return Math.abs(largest) > MODERATE && Math.abs(largest) < Double.POSITIVE_INFINITY ? largest : 0;
    }

    /** Refuses logarithms of weights that are NaN, and cuts off those whose weight would overflow. */
    private void cutOff(long first, double[][] x, double[] logWeights, int length) {
        for (int i = 0; i < length; i++) {
            if (!(logWeights[i] <= CUT)) {
                double logWeight = logWeights[i] + shift;
                if (logWeight < Double.POSITIVE_INFINITY) {
                    logWeights[i] = CUT;
                    continue;
                }
                double[] point = new double[x.length];
                int sample = i;
                Arrays.setAll(point, d -> x[d][sample]);
                throw new EvaluationException("the logarithm of the weight p/q is " + logWeight + ", p or q having no finite"
                        + " density there", first + i, point, null);
            }
        }
    }
}
