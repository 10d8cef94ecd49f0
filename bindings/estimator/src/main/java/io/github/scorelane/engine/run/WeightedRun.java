package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.baseline.SelfNormalisedWeights;
import io.github.scorelane.engine.baseline.UnbiasedWeights;
import io.github.scorelane.engine.draw.ParetoTail;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.draw.WeightedSampler;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.result.WeightSummary;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.term.ScoreRows;
import io.github.scorelane.engine.term.TermRows;
import io.github.scorelane.engine.term.WeightedRows;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/** A run with samples of another distribution: a {@link BlockRun} of weighted rows, whose sums tell the weights as well. */
public final class WeightedRun {
    /** The largest shift whose exponential is finite, and whose reciprocal is as well, with room to spare. */
    private static final double LARGEST_EXP = 300;
    /** The double next to ln 2, and below it the rest that this lacks. */
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;

    private final Problem problem;
    private final Reweighting reweighting;
    private final BlockExecutor executor;
    private WeightedSampler sampler;
    private WeightSummary summary;
    private OneValue seen;

    /**
     * Creates a run.
     *
     * @param problem what to estimate, by samples of its own distribution
     * @param reweighting the proposal that samples come from instead, and the use of its weights
     * @param executor the executor that works the blocks
     */
    public WeightedRun(Problem problem, Reweighting reweighting, BlockExecutor executor) {
        this.problem = problem;
        this.reweighting = reweighting;
        this.executor = executor;
    }

    /** Works the run, and returns what it found. */
    public Outcome run() {
        sampler = new WeightedSampler(problem.model().distribution(), reweighting, ParetoTail.needed(problem.samples()),
                problem.stream(), problem.samples());
        BlockRun run = new BlockRun(weighted(), executor);
        Outcome outcome = found(run);
        if (!sampler.isShiftedRight(run.largestWeights())) {
            // Units of scores that a wrong shift called for are not those of the right one: it begins without any.
            sampler = sampler.shiftedTo(run.largestWeights());
            run.done();
            run = new BlockRun(weighted(), executor);
            outcome = found(run);
        }
        seen = run.seen(0);
        ScoreTotals w = run.totals(problem.rows());
        run.done();
        double size = w.ss() > 0 ? w.s() * w.s() / w.ss() : 0;
        summary = new WeightSummary(problem.samples(), size, ParetoTail.shape(run.largestWeights().sorted(), problem.samples()));
        return ofParameters(outcome);
    }

    private static Outcome found(BlockRun run) {
        run.extendTo(run.problem().units());
        return run.outcomes()[0];
    }

    private Problem weighted() {
        boolean isRatio = reweighting.selfNormalised();
        TermRows rows = new WeightedRows(ScoreRows.of(problem.model().distribution()), isRatio);
        BaselineRule rule = isRatio ? new SelfNormalisedWeights(problem.rule(), problem.rows())
                : new UnbiasedWeights(problem.rule(), problem.rows());
        return problem.withModel(problem.model().drawnBy(sampler).with(rows)).withRule(rule);
    }

    /** Returns a summary of the weights, after the run. */
    public WeightSummary weights() {
        return summary;
    }

    /** Returns a note whether f had more than one value, after the run. */
    public OneValue seen() {
        return seen;
    }

    /**
     * Makes the outcome of the parameters: takes the value from the row behind theirs, leaves the others out, and undoes the shift.
     */
    private Outcome ofParameters(Outcome all) {
        int value = problem.rows();
        // e^shift = mantissa·2^exponent need not be a number where what it multiplies makes one of it.
        double shift = sampler.shift();
        int exponent = Math.abs(shift) < LARGEST_EXP ? 0 : (int) Math.rint(shift / LN_2);
        double mantissa = StrictMath.exp(exponent == 0 ? shift : Fma.fma(-exponent, LN_2, shift) - exponent * LN_2_REST);
        boolean isRatio = reweighting.selfNormalised();
        double factor = isRatio ? 1 : mantissa;
        int unit = isRatio ? 0 : exponent;
        // Self-normalised weights know no unit, but the plain estimate's do, whose variance stands here over theirs.
        double[] reduction = scaled(all.varianceReduction(), value, isRatio ? mantissa * mantissa : 1, isRatio ? 2 * exponent : 0);
        double[] standardError = scaled(all.standardError(), value, factor, unit);
        int[] choices = all.choices() == null ? null : Arrays.copyOf(all.choices(), value);
        double[][] covariance = null;
        int[] units = null;
        if (all.covariance() != null) {
            covariance = Arrays.copyOf(all.covariance(), value + 1);
            units = all.units() == null && unit == 0 ? null : new int[value + 1];
            for (int i = 0; i <= value; i++) {
                covariance[i] = scaled(covariance[i], value + 1, factor * factor, 0);
                if (units != null) {
                    units[i] = all.unit(i) + unit;
                }
            }
        }
        return new Outcome(Math.scalb(all.gradient()[value] * factor, unit), Scale.error(all.standardError()[value] * factor, unit),
                scaled(all.gradient(), value, factor, unit), standardError, reduction, choices, covariance, units);
    }

    private static double[] scaled(double[] numbers, int length, double factor, int exponent) {
        double[] scaled = Arrays.copyOf(numbers, length);
        for (int i = 0; i < length; i++) {
            scaled[i] = Math.scalb(scaled[i] * factor, exponent);
        }
        return scaled;
    }
}
