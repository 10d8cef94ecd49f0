package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.NormalResidualSums;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ResidualSums;

/**
 * Sums the residuals behind a pilot, from which its baselines and controls are subtracted: few sums, since nothing is fitted any
 * more.
 */
final class ResidualSink extends SampleSink {
    private final Subtracted subtracted;
    /** Tells whether any component has controls. */
    private final boolean hasControls;

    ResidualSink(Problem problem, int output, Scratch scratch, BlockFunction function, double centre, Subtracted subtracted) {
        super(problem, output, scratch, function, centre);
        this.subtracted = subtracted;
        hasControls = subtracted.hasControls();
    }

    @Override
    int length() {
        return scratch.layout.residualsLength();
    }

    @Override
    TailMonitor monitor() {
        return new TailMonitor(problem.rows(), scratch.layout.residuals(0) + ResidualSums.RR, ResidualSums.LENGTH);
    }

    @Override
    boolean usesUpRows() {
        return true;
    }

    @Override
    boolean sumNormal(long block, int n) {
        if (hasControls) {
            return false;
        }
        for (int d = 0; d < normal.count(); d++) {
            int p = normal.standardDeviationIndex(d);
            NormalResidualSums.sum(scratch.f, centre, scratch.x[d], normal.mean(d), normal.standardDeviation(d),
                    subtracted.beta()[d], subtracted.beta()[p], n, scratch.normal,
                    scratch.node, scratch.layout.residuals(d), scratch.layout.residuals(p));
        }
        requireFinite(scratch.f, block, n, 0);
        return true;
    }

    @Override
    boolean readsRows() {
        return problem.covariance();
    }

    @Override
    void sumRows(int firstRow, double[][] rows, long block, int n) {
        if (summed() > 0 && firstRow == 0) {
            centre(n);
        }
        for (int row = 0; row < rows.length; row++) {
            int p = firstRow + row;
            double beta = subtracted.beta()[p];
            if (p < summed()) {
                residuals(scratch.phi, beta, rows[row], n);
                continue;
            }
            double[] predicted = predicted(p, rows[row], n);
            if (p == 0) {
                ResidualSums.sumCentring(scratch.f, centre, beta, rows[0], predicted, scratch.phi, n, scratch.node, 0);
                requireFinite(scratch.phi, block, n, centre);
            } else {
                ResidualSums.sum(scratch.phi, beta, rows[row], predicted, n, scratch.node, scratch.layout.residuals(p));
            }
            requireFiniteDerivative(p, scratch.layout.residuals(p) + ResidualSums.RR, block, n);
        }
    }

    /** Returns the prediction by controls, less the direct derivatives that are added to φs. */
    private double[] predicted(int parameter, double[] score, int n) {
        double[] kappa = subtracted.kappa()[parameter];
        boolean controlled = kappa != null;
        if (controlled) {
            problem.controls().predict(parameter, kappa, score, n, scratch.controlRows, scratch.predicted);
        }
        if (direct != null) {
            subtract(controlled ? scratch.predicted : scratch.nothing, direct[parameter], scratch.predicted, n);
        }
        return controlled || direct != null ? scratch.predicted : scratch.nothing;
    }

    private static void residuals(double[] phi, double beta, double[] score, int n) {
        for (int i = 0; i < n; i++) {
            score[i] = (phi[i] - beta) * score[i];
        }
    }

    private static void subtract(double[] predicted, double[] direct, double[] difference, int n) {
        for (int i = 0; i < n; i++) {
            difference[i] = predicted[i] - direct[i];
        }
    }

    @Override
    void sumPairs(double[][] residuals, int n, Check check) {
        for (int j = 1; j < problem.rows(); j++) {
            check.run();
            for (int i = 0; i < j; i++) {
                ProductSums.sum(residuals[i], residuals[j], n, scratch.cross, 0);
                scratch.node[scratch.layout.products(i, j)] = EightLanes.fold(scratch.cross, 0);
            }
        }
    }
}
