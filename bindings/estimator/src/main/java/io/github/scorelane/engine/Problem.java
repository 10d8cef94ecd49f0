package io.github.scorelane.engine;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a run is to estimate.
 *
 * @param distribution of the samples
 * @param parameters how many it has
 * @param scoreRows how many parameters' scores to ask of it at once
 * @param function a new f for each thread
 * @param samples n
 * @param stream where the samples draw from
 * @param formula what makes the estimate of the sums
 * @param covariance whether the joint covariance is wanted
 * @param controls control variates that the automatic choice may take; null where there are none
 * @param threads who works
 * @param scratch what they work in
 * @param estimate its number in a flight recording; 0 where it is not recorded
 * @param scale in which units f and the scores are
 */
public record Problem(MultivariateDistribution distribution, int parameters, int scoreRows,
        Supplier<BlockFunction> function, long samples, SplitStream stream, GradientFormula formula, boolean covariance,
        Controls controls, Threads threads, ScratchPool scratch, long estimate, Scale scale) {
    /** Samples of a block. */
    static final int BLOCK = 1024;
    /** Blocks from which the automatic choice is made for all others. */
    private static final int PILOT = 4;
    /** Controls are fitted to no fewer samples. */
    private static final long MIN_SAMPLES_OF_CONTROLS = 1024;

    /**
     * What a run is to estimate, without units.
     *
     * @param distribution of the samples
     * @param parameters how many it has
     * @param scoreRows how many parameters' scores to ask of it at once
     * @param function a new f for each thread
     * @param samples n
     * @param stream where the samples draw from
     * @param formula what makes the estimate of the sums
     * @param covariance whether the joint covariance is wanted
     * @param controls control variates that the automatic choice may take; null where there are none
     * @param threads who works
     * @param scratch what they work in
     * @param estimate its number in a flight recording; 0 where it is not recorded
     */
    public Problem(MultivariateDistribution distribution, int parameters, int scoreRows, Supplier<BlockFunction> function,
            long samples, SplitStream stream, GradientFormula formula, boolean covariance, Controls controls, Threads threads,
            ScratchPool scratch, long estimate) {
        this(distribution, parameters, scoreRows, function, samples, stream, formula, covariance, controls, threads, scratch,
                estimate, Scale.ONE);
    }

    /** This problem, which has no units, in some: what is found then has to be {@link Scale#restored}. */
    Problem in(Scale units) {
        if (units.isOne()) {
            return this;
        }
        MultivariateDistribution scaled = distribution instanceof Reweighted weighted ? weighted.in(units)
                : ScaledScores.of(distribution, units);
        return new Problem(scaled, parameters, scoreRows, units.of(function), samples, stream, formula.in(units.function()),
                covariance, controls == null ? null : controls.in(units), threads, scratch, estimate, units);
    }

    /**
     * This problem with the control variates that its distribution has, and with the user's, if the formula may take them.
     *
     * @param known the user's
     * @return the problem
     */
    public Problem withControls(List<KnownControl> known) {
        if (!(formula instanceof Automatic) || samples < MIN_SAMPLES_OF_CONTROLS) {
            return this;
        }
        MultivariateDistribution drawn = distribution instanceof PlannedDistribution planned
                ? planned.distribution() : distribution;
        PolynomialControls polynomials = PolynomialControls.of(drawn, parameters);
        Controls own = known.isEmpty() ? polynomials : new UserControls(polynomials, known);
        return own == null ? this : new Problem(distribution, parameters, scoreRows, function, samples, stream, formula, covariance,
                own, threads, scratch, estimate, scale);
    }

    /**
     * This problem with another number of samples.
     *
     * @param number n
     * @return the problem
     */
    public Problem withSamples(long number) {
        return new Problem(distribution, parameters, scoreRows, function, number, stream, formula, covariance, controls, threads,
                scratch, estimate, scale);
    }

    /**
     * This problem with other samples, which are not recorded.
     *
     * @param other where they draw from
     * @return the problem
     */
    public Problem withStream(SplitStream other) {
        return new Problem(distribution, parameters, scoreRows, function, samples, other, formula, covariance, controls, threads,
                scratch, 0, scale);
    }

    long blocks() {
        return (samples + BLOCK - 1) / BLOCK;
    }

    int blockLength(long block) {
        return (int) Math.min(BLOCK, samples - block * BLOCK);
    }

    /** How many blocks, from the first on, are summed whole; with the automatic choice the others' residuals are. */
    long wholeBlocks() {
        return formula instanceof Automatic ? Math.min(PILOT, blocks()) : blocks();
    }
}
