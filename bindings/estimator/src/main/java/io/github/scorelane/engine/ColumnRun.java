package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ResidualSums;
import java.util.Arrays;

/**
 * A run that holds a block of samples whole, in columns: draws, f, scores, sums, block by block. Nothing grows with the number
 * of samples. With the automatic choice the first blocks are a {@link Pilot}, and of all others only the residuals are summed.
 */
public final class ColumnRun {
    private final Problem problem;
    private final WholeWork own;
    private final SumLayout layout;
    private final BlockSums whole;
    private BlockSums residuals;
    private Pilot pilot;
    /** The sums of the pilot, where a covariance needs them again. */
    private double[] pilotSums;

    /**
     * A run.
     *
     * @param problem what to estimate
     */
    public ColumnRun(Problem problem) {
        this.problem = problem;
        own = new WholeWork(problem);
        layout = own.scratch.layout;
        whole = new BlockSums(problem, 0, own.scratch.tree);
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        extendTo(problem.blocks());
        Outcome outcome = outcome();
        own.done();
        return outcome;
    }

    /** Works the blocks before another. */
    private void extendTo(long end) {
        if (whole.end() == 0) {
            own.sumFirstBlock();
            whole.add(own.node());
        }
        whole.extendTo(Math.min(end, problem.wholeBlocks()), own, () -> new WholeWork(problem, own.centre()));
        if (end > problem.wholeBlocks()) {
            if (residuals == null) {
                fitPilot();
                residuals = new BlockSums(problem, problem.wholeBlocks(), own.scratch.residuals());
            }
            residuals.extendTo(end, new ResidualWork(own, pilot), () -> new ResidualWork(problem, own.centre(), pilot));
        }
    }

    private void fitPilot() {
        double[] node = own.node();
        whole.copyTo(node);
        FunctionTotals f = FunctionTotals.of(samples(whole.end()), own.centre(), node);
        pilot = new Pilot((Automatic) problem.formula(), f, problem.parameters());
        ControlFit controls = own.scratch.controlFit();
        for (int p = 0; p < problem.parameters(); p++) {
            ScoreTotals s = ScoreTotals.of(node, layout.scores(p));
            if (controls != null) {
                controls.read(f, s, node, layout.controls(p));
            }
            pilot.fit(p, s, controls, own.scratch.fit);
        }
        pilotSums = problem.covariance() ? node.clone() : null;
    }

    private long samples(long blocks) {
        return Math.min(problem.samples(), blocks * Problem.BLOCK);
    }

    private Outcome outcome() {
        if (problem.formula() instanceof Automatic) {
            if (pilot == null) {
                fitPilot();
            }
            return ofPilot();
        }
        double[] root = own.node();
        whole.copyTo(root);
        int parameters = problem.parameters();
        FunctionTotals f = FunctionTotals.of(samples(whole.end()), own.centre(), root);
        Components components = new Components(parameters, problem.formula().chooses());
        Fit[] fits = problem.covariance() ? new Fit[parameters] : null;
        for (int p = 0; p < parameters; p++) {
            Fit fit = components.set(p, problem.formula(), f, ScoreTotals.of(root, layout.scores(p)), own.scratch.fit);
            if (fits != null) {
                fits[p] = fit;
            }
        }
        return components.outcome(f, fits == null ? null : covariance(root, f, fits));
    }

    private Outcome ofPilot() {
        double[] rest = own.node();
        if (residuals == null) {
            Arrays.fill(rest, 0, layout.residualsLength(), 0.0);
        } else {
            residuals.copyTo(rest);
        }
        int parameters = problem.parameters();
        long n = samples(residuals == null ? whole.end() : residuals.end());
        FunctionTotals f = pilot.totals(n, EightLanes.fold(rest, FunctionSums.F), EightLanes.fold(rest, FunctionSums.FF));
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
