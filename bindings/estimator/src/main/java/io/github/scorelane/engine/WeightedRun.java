package io.github.scorelane.engine;

import io.github.scorelane.WeightDiagnostics;
import java.util.Arrays;

/** A run with samples of another distribution: a {@link ColumnRun} of a {@link Reweighted} one. */
public final class WeightedRun {
    /** As many rows of scores are asked for at once, where there are no more. */
    private static final int FEW = 32;

    private final Problem problem;
    private final Reweighting reweighting;
    private final Reweighted reweighted;
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
        reweighted = new Reweighted(problem.distribution(), reweighting, problem.stream(), problem.samples());
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        int rows = reweighted.rows();
        boolean all = rows <= FEW || problem.scoreRows() == problem.parameters();
        WeightedFormula formula = reweighting.selfNormalised()
                ? new SelfNormalisedWeights(problem.formula(), problem.parameters())
                : new UnbiasedWeights(problem.formula(), problem.parameters());
        Outcome outcome = new ColumnRun(new Problem(reweighted, rows, all ? rows : problem.scoreRows(), problem.function(),
                problem.samples(), problem.stream(), formula, problem.covariance(), null, null, problem.threads(),
                problem.scratch(), problem.estimate())).run();
        ScoreTotals w = formula.weights();
        double size = w.ss() > 0 ? w.s() * w.s() / w.ss() : 0;
        diagnostics = new WeightDiagnostics(problem.samples(), size,
                ParetoTail.shape(reweighted.largest(), problem.samples()));
        return ofParameters(outcome);
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
        double unit = StrictMath.exp(reweighted.shift());
        double ofResults = reweighting.selfNormalised() ? 1 : unit;
        // Self-normalised weights know no unit, but the plain estimate's do, whose variance stands here over theirs.
        double ofReduction = reweighting.selfNormalised() ? unit * unit : 1;
        double[] gradient = scaled(all.gradient(), value, ofResults);
        double[] standardError = scaled(all.standardError(), value, ofResults);
        double[] reduction = scaled(all.varianceReduction(), value, ofReduction);
        int[] choices = all.choices() == null ? null : Arrays.copyOf(all.choices(), value);
        double[][] covariance = null;
        if (all.covariance() != null) {
            covariance = Arrays.copyOf(all.covariance(), value + 1);
            for (int i = 0; i <= value; i++) {
                covariance[i] = scaled(covariance[i], value + 1, ofResults * ofResults);
            }
        }
        double valueError = all.standardError()[value] * ofResults;
        return new Outcome(all.gradient()[value] * ofResults, valueError * valueError, gradient, standardError, reduction,
                choices, covariance);
    }

    private static double[] scaled(double[] numbers, int length, double factor) {
        double[] scaled = Arrays.copyOf(numbers, length);
        for (int i = 0; i < length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }
}
