package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.Components;
import io.github.scorelane.engine.baseline.ControlFit;
import io.github.scorelane.engine.baseline.CrossTotals;
import io.github.scorelane.engine.baseline.Fit;
import io.github.scorelane.engine.baseline.FunctionTotals;
import io.github.scorelane.engine.baseline.Pilot;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.Scratch;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ResidualSums;

/**
 * Builder of one output's outcome from the sums of a run. It makes the outcome of whole sums at once; or first a pilot from them,
 * and then the outcome of that and the residuals of all other samples.
 */
final class OutcomeBuilder {
    private final Problem problem;
    private final int output;
    /** The baseline, in the units of the output. */
    private final BaselineRule rule;
    private final SumLayout layout;
    private final Scratch scratch;
    private Pilot pilot;
    /** The sums of the pilot, where a covariance needs them again. */
    private double[] pilotSums;

    /** Creates the builder of one output's outcome. */
    OutcomeBuilder(Problem problem, int output, Scratch scratch) {
        this.problem = problem;
        this.output = output;
        this.scratch = scratch;
        rule = problem.rule(output);
        layout = scratch.layout;
    }

    /** Returns the pilot with the automatic choice; null before that was made. */
    Pilot pilot() {
        return pilot;
    }

    /** Makes the automatic choice, from the sums of the first samples. */
    void fitPilot(long samples, double centre, double[] sums) {
        FunctionTotals f = FunctionTotals.of(samples, centre, sums);
        pilot = new Pilot(rule.pilot(), f, problem.rows());
        ControlFit controls = scratch.controlFit();
        for (int p = 0; p < problem.rows(); p++) {
            ScoreTotals s = ScoreTotals.of(sums, layout.scores(p));
            if (controls != null) {
                controls.read(f, s, sums, layout.controls(p));
            }
            pilot.fit(p, s, controls, scratch.selection);
        }
        pilotSums = problem.covariance() ? sums.clone() : null;
    }

    /** Makes the outcome of whole sums, under a rule that is not the automatic choice. */
    Outcome ofWhole(long samples, double centre, double[] root) {
        requireSquares(root);
        int parameters = problem.rows();
        FunctionTotals f = FunctionTotals.of(samples, centre, root);
        Components components = new Components(parameters, rule.chooses());
        Fit[] fits = problem.covariance() ? new Fit[parameters] : null;
        for (int p = 0; p < parameters; p++) {
            Fit fit = components.set(p, rule, f, ScoreTotals.of(root, layout.scores(p)), scratch.selection);
            if (fits != null) {
                fits[p] = fit;
            }
        }
        return components.outcome(f, fits == null ? null : covariance(root, f, fits));
    }

    /** Makes the outcome of the pilot and of the residuals of all other samples. */
    Outcome ofPilot(long n, double[] rest) {
        int parameters = problem.rows();
        FunctionTotals f = pilot.totals(n, EightLanes.fold(rest, FunctionSums.F), EightLanes.fold(rest, FunctionSums.FF));
        requireSquares(f.ff(), Math.max(Math.abs(f.f()), Magnitude.ofSum(rest)));
        Components components = new Components(parameters, true);
        for (int p = 0; p < parameters; p++) {
            int at = layout.residuals(p);
            pilot.set(components, p, n, EightLanes.fold(rest, at + ResidualSums.R), EightLanes.fold(rest, at + ResidualSums.RR));
        }
        return components.outcome(f, problem.covariance() ? covarianceOfPilot(rest, f, components) : null);
    }

    /** Demands another unit if the sum of the squares of all φ overflows or underflows. */
    void requireSquares(double[] root) {
        requireSquares(EightLanes.fold(root, FunctionSums.FF), Magnitude.ofSum(root));
    }

    private void requireSquares(double squares, double ofSum) {
        if (rule.isToldByFunction()) {
            Magnitude.requireSquares(squares, Math.max(ofSum, rule.magnitude()), problem.scales()[output], output);
        }
    }

    private double[][] covariance(double[] root, FunctionTotals f, Fit[] fits) {
        Covariance covariance = new Covariance(problem.rows());
        for (int j = 0; j < fits.length; j++) {
            for (int i = 0; i < j; i++) {
                covariance.set(i, j, rule.covariance(fits[i], fits[j], CrossTotals.of(root, layout.cross(i, j))));
            }
            covariance.set(j, j, rule.variance(fits[j]));
            covariance.set(j, fits.length, rule.covarianceWithValue(fits[j]));
        }
        covariance.set(fits.length, fits.length, f.valueVariance());
        return covariance.matrix();
    }

    private double[][] covarianceOfPilot(double[] rest, FunctionTotals f, Components components) {
        int value = problem.rows();
        Covariance covariance = new Covariance(value);
        double[] gradient = components.gradient();
        for (int j = 0; j < value; j++) {
            for (int i = 0; i < j; i++) {
                covariance.set(i, j, pilot.covariance(i, j, CrossTotals.of(pilotSums, layout.cross(i, j)),
                        rest[layout.products(i, j)], gradient, f.n()));
            }
            double error = components.standardError()[j];
            covariance.set(j, j, error * error);
            covariance.set(j, value, pilot.covarianceWithValue(j,
                    EightLanes.fold(rest, layout.residuals(j) + ResidualSums.FR), gradient, f));
        }
        covariance.set(value, value, f.valueVariance());
        return covariance.matrix();
    }
}
