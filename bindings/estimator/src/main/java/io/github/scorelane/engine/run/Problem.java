package io.github.scorelane.engine.run;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.baseline.Automatic;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.control.SurrogateFunction;
import io.github.scorelane.engine.control.SurrogateSearch;
import io.github.scorelane.engine.control.UserControls;
import io.github.scorelane.engine.draw.Reweighted;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.ScaledFunction;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.surrogate.Surrogates;
import io.github.scorelane.engine.term.ScaledScores;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.engine.unit.Scale;
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
 * @param controls the user's control variates, whose coefficients the automatic choice fits; null where there are none
 * @param surrogate what the function is less f, whose expectations the outcome has to be given back; null where it is f
 * @param threads who works
 * @param estimate its number in a flight recording; 0 where it is not recorded
 * @param scale in which units f and the scores are
 */
public record Problem(MultivariateDistribution distribution, int parameters, int scoreRows,
        Supplier<BlockFunction> function, long samples, SplitStream stream, BaselineRule formula, boolean covariance,
        UserControls controls, Surrogate surrogate, Threads threads, long estimate, Scale scale) {
    /** Samples of a block. */
    public static final int BLOCK = 1024;
    /** Blocks from which the automatic choice is made for all others. */
    private static final int PILOT = 4;
    /** Samples of those blocks. */
    public static final int SAMPLES_OF_CHOICE = PILOT * BLOCK;
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
     * @param threads who works
     * @param estimate its number in a flight recording; 0 where it is not recorded
     */
    public Problem(MultivariateDistribution distribution, int parameters, int scoreRows, Supplier<BlockFunction> function,
            long samples, SplitStream stream, BaselineRule formula, boolean covariance, Threads threads, long estimate) {
        this(distribution, parameters, scoreRows, function, samples, stream, formula, covariance, null, null, threads, estimate,
                Scale.ONE);
    }

    /** This problem, which has no units, in some: what is found then has to be {@link io.github.scorelane.engine.result.Outcome#restored}. */
    public Problem in(Scale units) {
        if (units.isOne()) {
            return this;
        }
        MultivariateDistribution scaled = distribution instanceof Reweighted weighted ? weighted.in(units)
                : ScaledScores.of(distribution, units);
        return new Problem(scaled, parameters, scoreRows, ScaledFunction.of(function, units), samples, stream, formula.in(units.function()),
                covariance, controls == null ? null : controls.in(units), surrogate, threads, estimate, units);
    }

    /**
     * This problem with the user's control variates, if there are any and the formula may fit coefficients to them: not where the
     * joint covariance is wanted, which sums for pairs of parameters do not tell of coefficients that differ from fold to fold.
     *
     * @param known the control variates
     * @return the problem
     */
    public Problem withControls(List<KnownControl> known) {
        if (known.isEmpty() || covariance || !(formula instanceof Automatic) || samples < MIN_SAMPLES_OF_CONTROLS) {
            return this;
        }
        return new Problem(distribution, parameters, scoreRows, function, samples, stream, formula, covariance,
                new UserControls(known), surrogate, threads, estimate, scale);
    }

    /**
     * This problem with f less a surrogate of it, if its formula chooses and a surrogate is found that is better than a constant.
     *
     * @param staged whether the samples are a budget, which must not show in the surrogate: a run may end before, and be taken up
     *     again with another
     * @return the problem
     */
    public Problem withSurrogate(boolean staged) {
        if (!(formula instanceof Automatic) || samples < Surrogates.MIN_SAMPLES || parameters > Surrogates.MAX_ROWS) {
            return this;
        }
        BlockFunction asked = function.get();
        Surrogate found = asked.direct() == null
                ? SurrogateSearch.find(this, staged && samples >= BLOCK ? Surrogates.ENOUGH : samples,
                        SurrogateFunction.probed(asked)) : null;
        return found == null ? this : new Problem(distribution, parameters, scoreRows,
                () -> new SurrogateFunction(function.get(), found), samples, stream, FixedConstant.PLAIN, covariance, null, found,
                threads, estimate, scale);
    }

    /** This problem with another formula. */
    public Problem withFormula(BaselineRule other) {
        return new Problem(distribution, parameters, scoreRows, function, samples, stream, other, covariance, controls, surrogate,
                threads, estimate, scale);
    }

    /** This problem as one of f less a surrogate, which is subtracted where f is evaluated. */
    public Problem withSurrogate(Surrogate found) {
        return new Problem(distribution, parameters, scoreRows, function, samples, stream, formula, covariance, controls, found,
                threads, estimate, scale);
    }

    /**
     * This problem with another number of samples.
     *
     * @param number n
     * @return the problem
     */
    public Problem withSamples(long number) {
        return new Problem(distribution, parameters, scoreRows, function, number, stream, formula, covariance, controls, surrogate,
                threads, estimate, scale);
    }

    /**
     * This problem with other samples, which are not recorded.
     *
     * @param other where they draw from
     * @return the problem
     */
    public Problem withStream(SplitStream other) {
        return new Problem(distribution, parameters, scoreRows, function, samples, other, formula, covariance, controls, surrogate,
                threads, 0, scale);
    }

    public long blocks() {
        return (samples + BLOCK - 1) / BLOCK;
    }

    public int blockLength(long block) {
        return (int) Math.min(BLOCK, samples - block * BLOCK);
    }

    /** How many blocks, from the first on, are summed whole; with the automatic choice the others' residuals are. */
    public long wholeBlocks() {
        return formula instanceof Automatic ? Math.min(PILOT, blocks()) : blocks();
    }
}
