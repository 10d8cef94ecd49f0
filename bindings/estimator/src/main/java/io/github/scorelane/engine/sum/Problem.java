package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.Automatic;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.control.UserControls;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.term.SampleModel;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Description of what a run is to estimate: a value without machinery, which may travel to where its blocks are worked.
 *
 * <p>Samples are worked in units. Mostly a unit is a block of 1,024 samples; under plans of replicates it is a replicate, with all
 * its blocks, whose samples come from a substream of its own.
 *
 * @param model the samples and the rows of terms
 * @param function makes f for each thread
 * @param outputs number of outputs of f; each has sums of its own
 * @param samples number n of samples
 * @param replicates number of replicates that the samples are divided among; 0 for none
 * @param stream the stream that the samples draw from
 * @param rule the baseline
 * @param covariance whether the joint covariance is wanted
 * @param controls the user's control variates, whose coefficients a pilot fits; null where there are none
 * @param surrogates the surrogate that each output is less, whose expectations the outcome gets back; null where there are none
 * @param scales the units of each output, and those of the scores, which are the same for all
 */
public record Problem(SampleModel model, FunctionSource function, int outputs, long samples, int replicates, SplitStream stream,
        BaselineRule rule, boolean covariance, UserControls controls, Surrogate[] surrogates, Scale[] scales)
        implements Serializable {
    /** The most samples of a run: more would not be counted by a long where they are multiplied. */
    public static final long MAX_SAMPLES = 1L << 60;
    private static final int BLOCK = BlockSampler.BLOCK;
    /** The units of one output that needs none. */
    private static final Scale[] ONE = {Scale.ONE};

    /** Creates a problem of one output without units, replicates, controls and surrogates. */
    public static Problem of(SampleModel model, FunctionSource function, long samples, SplitStream stream, BaselineRule rule,
            boolean covariance) {
        return new Problem(model, function, 1, samples, 0, stream, rule, covariance, null, null, ONE);
    }

    /** Returns this problem, which has no units, in the given ones, from which an outcome then has to be restored. */
    public Problem in(Scale... units) {
        if (Arrays.stream(units).allMatch(Scale::isOne)) {
            return this;
        }
        FunctionSource unscaled = function;
        return new Problem(model.with(model.rows().in(units[0])), () -> unscaled.get().in(units), outputs, samples, replicates,
                stream, rule, covariance, controls == null ? null : controls.in(units[0]), surrogates, units);
    }

    /** Returns this problem with another function, of the given number of outputs. */
    public Problem withFunction(FunctionSource other, int number) {
        Scale[] ones = new Scale[number];
        Arrays.fill(ones, Scale.ONE);
        return new Problem(model, other, number, samples, replicates, stream, rule, covariance, controls, surrogates, ones);
    }

    /** Returns this problem with another baseline. */
    public Problem withRule(BaselineRule other) {
        return new Problem(model, function, outputs, samples, replicates, stream, other, covariance, controls, surrogates, scales);
    }

    /** Returns this problem with another number of samples. */
    public Problem withSamples(long number) {
        return new Problem(model, function, outputs, number, replicates, stream, rule, covariance, controls, surrogates, scales);
    }

    /** Returns this problem with samples that are divided among replicates. */
    public Problem withReplicates(int number) {
        return new Problem(model, function, outputs, samples, number, stream, rule, covariance, controls, surrogates, scales);
    }

    /** Returns this problem with samples from another stream. */
    public Problem withStream(SplitStream other) {
        return new Problem(model, function, outputs, samples, replicates, other, rule, covariance, controls, surrogates, scales);
    }

    /** Returns this problem with other samples and rows. */
    public Problem withModel(SampleModel other) {
        return new Problem(other, function, outputs, samples, replicates, stream, rule, covariance, controls, surrogates, scales);
    }

    /** Returns this problem with control variates of the user's. */
    public Problem withControls(UserControls known) {
        return new Problem(model, function, outputs, samples, replicates, stream, rule, covariance, known, surrogates, scales);
    }

    /** Returns this problem as one whose outputs are less a surrogate each. */
    public Problem withSurrogates(Surrogate... found) {
        return new Problem(model, function, outputs, samples, replicates, stream, rule, covariance, controls, found, scales);
    }

    /** Returns the number of rows of terms. */
    public int rows() {
        return model.rows().count();
    }

    /** Returns the baseline of an output, in that output's units. */
    public BaselineRule rule(int output) {
        return rule.in(scales[output].function());
    }

    /** Returns the number of units of work. */
    public long units() {
        return replicates > 0 ? replicates : Math.ceilDiv(samples, (long) BLOCK);
    }

    /** Returns the number of blocks of a unit. */
    public long blocksOfUnit() {
        return replicates > 0 ? Math.ceilDiv(samplesOfReplicate(), (long) BLOCK) : 1;
    }

    /** Returns the number of samples of some units, the first of which is given. */
    public long samples(long first, long end) {
        return replicates > 0 ? (end - first) * samplesOfReplicate() : Math.min(samples, end * BLOCK) - first * BLOCK;
    }

    /** Returns the number of samples of a block. Blocks are counted through all units. */
    public int length(long block) {
        return (int) Math.min(BLOCK, (replicates > 0 ? samplesOfReplicate() : samples) - firstInStream(block));
    }

    /** Returns the index, within its stream, of the first sample of a block. */
    long firstInStream(long block) {
        return (replicates > 0 ? block % blocksOfUnit() : block) * BLOCK;
    }

    /** Returns the index of the first sample of a block among all samples, which names it in messages. */
    public long first(long block) {
        return replicates > 0 ? block / blocksOfUnit() * samplesOfReplicate() + firstInStream(block) : block * BLOCK;
    }

    /** Returns the stream of a unit. */
    public SplitStream stream(long unit) {
        return replicates > 0 ? stream.substream(unit) : stream;
    }

    /** Returns how many units, from the first on, are summed whole; with a pilot, the others' residuals are. */
    public long wholeUnits() {
        return rule.pilot() != null ? Math.min(Automatic.PILOT_SAMPLES / BLOCK, units()) : units();
    }

    private long samplesOfReplicate() {
        return samples / replicates;
    }
}
