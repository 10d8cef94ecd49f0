package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ResidualSums;

/** Makes the estimate of the sums of a run: of whole ones at once; or a pilot of them, and the estimate of that and residuals. */
final class Reckoning {
    private final Problem problem;
    private final SumLayout layout;
    private final Scratch scratch;
    private Pilot pilot;
    /** The sums of the pilot, where a covariance needs them again. */
    private double[] pilotSums;

    Reckoning(Problem problem, Scratch scratch) {
        this.problem = problem;
        this.scratch = scratch;
        layout = scratch.layout;
    }

    /** What the automatic choice found; null before it was made. */
    Pilot pilot() {
        return pilot;
    }

    /** Makes the automatic choice, of the sums of the first samples. */
    void fitPilot(long samples, double centre, double[] sums) {
        FunctionTotals f = FunctionTotals.of(samples, centre, sums);
        pilot = new Pilot((Automatic) problem.formula(), f, problem.parameters());
        ControlFit controls = scratch.controlFit();
        for (int p = 0; p < problem.parameters(); p++) {
            ScoreTotals s = ScoreTotals.of(sums, layout.scores(p));
            if (controls != null) {
                controls.read(f, s, sums, layout.controls(p));
            }
            pilot.fit(p, s, controls, scratch.evidence);
        }
        pilotSums = problem.covariance() ? sums.clone() : null;
    }

    /** Of a formula that is not the automatic choice. */
    Outcome ofWhole(long samples, double centre, double[] root) {
        Magnitude.requireSquares(EightLanes.fold(root, FunctionSums.FF), Magnitude.ofSum(root), problem);
        int parameters = problem.parameters();
        FunctionTotals f = FunctionTotals.of(samples, centre, root);
        Components components = new Components(parameters, problem.formula().chooses());
        Fit[] fits = problem.covariance() ? new Fit[parameters] : null;
        for (int p = 0; p < parameters; p++) {
            Fit fit = components.set(p, problem.formula(), f, ScoreTotals.of(root, layout.scores(p)), scratch.evidence);
            if (fits != null) {
                fits[p] = fit;
            }
        }
        return components.outcome(f, fits == null ? null : covariance(root, f, fits));
    }

    /** Of the pilot, and the residuals of all other samples. */
    Outcome ofPilot(long n, double[] rest) {
        int parameters = problem.parameters();
        FunctionTotals f = pilot.totals(n, EightLanes.fold(rest, FunctionSums.F), EightLanes.fold(rest, FunctionSums.FF));
        Magnitude.requireSquares(f.ff(), Math.max(Math.abs(f.f()), Magnitude.ofSum(rest)), problem);
        Components components = new Components(parameters, true);
        for (int p = 0; p < parameters; p++) {
            int at = layout.residuals(p);
            pilot.set(components, p, n, EightLanes.fold(rest, at + ResidualSums.R), EightLanes.fold(rest, at + ResidualSums.RR));
        }
        return components.outcome(f, problem.covariance() ? covarianceOfPilot(rest, f, components) : null);
    }

    private double[][] covariance(double[] root, FunctionTotals f, Fit[] fits) {
        GradientFormula formula = problem.formula();
        Covariance covariance = new Covariance(problem.parameters());
        for (int j = 0; j < fits.length; j++) {
            for (int i = 0; i < j; i++) {
                covariance.set(i, j, formula.covariance(fits[i], fits[j], CrossTotals.of(root, layout.cross(i, j))));
            }
            covariance.set(j, j, formula.variance(fits[j]));
            covariance.set(j, fits.length, formula.covarianceWithValue(fits[j]));
        }
        covariance.set(fits.length, fits.length, f.valueVariance());
        return covariance.matrix();
    }

    private double[][] covarianceOfPilot(double[] rest, FunctionTotals f, Components components) {
        int value = problem.parameters();
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
