package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.NormalResidualSums;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.SumTree;

/** Sums what is left when a pilot's baselines and controls are subtracted: fewer sums than those that tell which to subtract. */
final class ResidualWork extends ColumnWork {
    private final double centre;
    private final Pilot pilot;
    /** Tells whether any component has controls. */
    private final boolean hasControls;

    /** Another thread's. */
    ResidualWork(Problem problem, double centre, Pilot pilot) {
        super(problem);
        this.centre = centre;
        this.pilot = pilot;
        hasControls = pilot.hasControls();
    }

    /** The calling thread's, which has worked the pilot. */
    ResidualWork(WholeWork whole, Pilot pilot) {
        super(whole);
        centre = whole.centre();
        this.pilot = pilot;
        hasControls = pilot.hasControls();
    }

    /** One of several of a thread. */
    ResidualWork(WholeWork whole, Problem problem, Pilot pilot) {
        super(problem, whole.scratch);
        centre = whole.centre();
        this.pilot = pilot;
        hasControls = pilot.hasControls();
    }

    @Override
    SumTree branch() {
        return scratch.residualBranch();
    }

    @Override
    boolean sumNormal(long block, int n) {
        if (hasControls) {
            return false;
        }
        for (int d = 0; d < normal.count(); d++) {
            int p = normal.standardDeviationIndex(d);
            NormalResidualSums.sum(scratch.f, centre, scratch.x[d], normal.mean(d), normal.standardDeviation(d),
                    pilot.fit(d).beta(), pilot.fit(p).beta(), n, scratch.normal,
                    scratch.node, scratch.layout.residuals(d), scratch.layout.residuals(p));
        }
        requireFinite(scratch.f, block, n, 0);
        return true;
    }

    @Override
    boolean readsScores() {
        return problem.covariance();
    }

    @Override
    void sumRows(int firstParameter, double[][] scores, long block, int n) {
        if (summed() > 0 && firstParameter == 0) {
            centre(centre, n);
        }
        for (int row = 0; row < scores.length; row++) {
            int p = firstParameter + row;
            double beta = pilot.fit(p).beta();
            if (p < summed()) {
                residuals(scratch.phi, beta, scores[row], n);
                continue;
            }
            double[] predicted = predicted(p, scores[row], n);
            if (p == 0) {
                ResidualSums.sumCentring(scratch.f, centre, beta, scores[0], predicted, scratch.phi, n, scratch.node, 0);
                requireFinite(scratch.phi, block, n, centre);
            } else {
                ResidualSums.sum(scratch.phi, beta, scores[row], predicted, n, scratch.node, scratch.layout.residuals(p));
            }
            requireFinite(p, scratch.layout.residuals(p) + ResidualSums.RR, block, n);
        }
    }

    /** What controls predict, less what is added to φs. */
    private double[] predicted(int parameter, double[] score, int n) {
        double[] kappa = pilot.fit(parameter).kappa();
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
    void sumPairs(double[][] residuals, int n, Check interruption) {
        for (int j = 1; j < problem.parameters(); j++) {
            interruption.run();
            for (int i = 0; i < j; i++) {
                ProductSums.sum(residuals[i], residuals[j], n, scratch.cross, 0);
                scratch.node[scratch.layout.products(i, j)] = EightLanes.fold(scratch.cross, 0);
            }
        }
    }
}
