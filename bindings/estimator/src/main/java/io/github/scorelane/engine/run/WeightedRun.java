package io.github.scorelane.engine.run;

import io.github.scorelane.WeightDiagnostics;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.baseline.SelfNormalisedWeights;
import io.github.scorelane.engine.baseline.UnbiasedWeights;
import io.github.scorelane.engine.baseline.WeightedRule;
import io.github.scorelane.engine.draw.ParetoTail;
import io.github.scorelane.engine.draw.Reweighted;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/** A run with samples of another distribution: a {@link ColumnRun} of a {@link Reweighted} one. */
public final class WeightedRun {
    /** As many rows of scores are asked for at once, where there are no more. */
    private static final int FEW = 32;
    /** Shifts below it have an exponential that is a number, and so has its reciprocal. */
    private static final double LARGEST_EXP = 300;
    /** ln 2, and what it lacks. */
    private static final double LN_2 = 0x1.62e42fefa39efp-1;
    private static final double LN_2_REST = 0x1.abc9e3b39803fp-56;

    private final Problem problem;
    private final Reweighting reweighting;
    private Reweighted reweighted;
    private WeightDiagnostics diagnostics;

    /**
     * A run.
     *
     * @param problem what to estimate, by samples of its own distribution
     * @param reweighting where they come from instead
     */
    public WeightedRun(Problem problem, Reweighting reweighting) {
        this.problem = problem;
        this.reweighting = reweighting;
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        Reweighted first = new Reweighted(problem.distribution(), reweighting, problem.stream(), problem.samples());
        ColumnRun run = new ColumnRun(problem(first));
        Outcome outcome = run.run();
        reweighted = (Reweighted) run.problem().distribution();
        if (!reweighted.isShiftedRight()) {
            // Units of scores that a wrong shift called for are not those of the right one: it begins without any.
            run = new ColumnRun(problem(first.shiftedBy(reweighted.logLargest())));
            outcome = run.run();
            reweighted = (Reweighted) run.problem().distribution();
        }
        ScoreTotals w = ((WeightedRule) run.problem().formula()).weights();
        double size = w.ss() > 0 ? w.s() * w.s() / w.ss() : 0;
        diagnostics = new WeightDiagnostics(problem.samples(), size,
                ParetoTail.shape(reweighted.largest(), problem.samples()));
        return ofParameters(outcome);
    }

    private Problem problem(Reweighted weighted) {
        int rows = weighted.rows();
        boolean all = rows <= FEW || problem.scoreRows() == problem.parameters();
        WeightedRule formula = reweighting.selfNormalised()
                ? new SelfNormalisedWeights(problem.formula(), problem.parameters())
                : new UnbiasedWeights(problem.formula(), problem.parameters());
        return new Problem(weighted, rows, all ? rows : problem.scoreRows(), problem.function(), problem.samples(),
                problem.stream(), formula, problem.covariance(), problem.threads(), problem.estimate());
    }

    /**
     * What the weights were like.
     *
     * @return their diagnostics, after the run
     */
    public WeightDiagnostics diagnostics() {
        return diagnostics;
    }

    /** Without the rows behind the parameters', the first of which is the value; and without the shift. */
    private Outcome ofParameters(Outcome all) {
        int value = problem.parameters();
        // e^shift = mantissa·2^exponent need not be a number where what it multiplies makes one of it.
        double shift = reweighted.shift();
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
