package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.CentringPolynomialSums;
import io.github.scorelane.kernel.moment.CentringResidualSums;
import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.NormalResidualSums;
import io.github.scorelane.kernel.moment.PolynomialResidualSums;
import io.github.scorelane.kernel.moment.ProductSums;
import io.github.scorelane.kernel.moment.ResidualSums;
import io.github.scorelane.kernel.moment.SumTree;

/** Sums what is left when a pilot's baselines and controls are subtracted: fewer sums than those that tell which to subtract. */
final class ResidualWork extends ColumnWork {
    private final double centre;
    private final Pilot pilot;
    /** Of each component that has controls; null if none has. */
    private final double[][] coefficients;

    /** Another thread's. */
    ResidualWork(Problem problem, double centre, Pilot pilot) {
        super(problem);
        this.centre = centre;
        this.pilot = pilot;
        coefficients = coefficients(problem, pilot);
    }

    /** The calling thread's, which has worked the pilot. */
    ResidualWork(WholeWork whole, Pilot pilot) {
        super(whole);
        centre = whole.centre();
        this.pilot = pilot;
        coefficients = coefficients(problem, pilot);
    }

    /** One of several of a thread. */
    ResidualWork(WholeWork whole, Problem problem, Pilot pilot) {
        super(problem, whole.scratch);
        centre = whole.centre();
        this.pilot = pilot;
        coefficients = coefficients(problem, pilot);
    }

    private static double[][] coefficients(Problem problem, Pilot pilot) {
        if (!pilot.hasControls()) {
            return null;
        }
        double[][] coefficients = new double[problem.parameters()][];
        for (int p = 0; p < coefficients.length; p++) {
            double[] kappa = pilot.fit(p).kappa();
            coefficients[p] = kappa == null ? null : problem.controls().coefficients(p, kappa);
        }
        return coefficients;
    }

    @Override
    SumTree branch() {
        return scratch.residualBranch();
    }

    @Override
    boolean readControls(int n) {
        if (coefficients == null) {
            return false;
        }
        problem.controls().read(scratch.x, n, scratch.controlRows);
        return true;
    }

    @Override
    boolean sumNormal(long block, int n) {
        if (coefficients != null) {
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
            double[] t = argument(p);
            double[] predicted = t == null ? predicted(p, scores[row], n) : null;
            if (t != null) {
                sumPolynomial(p, beta, scores[row], t, block, n);
            } else if (p == 0) {
                CentringResidualSums.sum(scratch.f, centre, beta, scores[0], predicted, scratch.phi, n, scratch.node, 0);
                requireFinite(scratch.phi, block, n, centre);
            } else {
                ResidualSums.sum(scratch.phi, beta, scores[row], predicted, n, scratch.node, scratch.layout.residuals(p));
            }
            requireFinite(p, scratch.layout.residuals(p) + ResidualSums.RR, block, n);
        }
    }

    /** Of the polynomial that controls predict, where they predict one and nothing is added to φs; null elsewhere. */
    private double[] argument(int parameter) {
        boolean controlled = coefficients != null && coefficients[parameter] != null && direct == null;
        return controlled ? problem.controls().argument(parameter, scratch.controlRows) : null;
    }

    private void sumPolynomial(int p, double beta, double[] score, double[] t, long block, int n) {
        if (p == 0) {
            CentringPolynomialSums.sum(scratch.f, centre, beta, score, t, coefficients[0], scratch.phi, n,
                    scratch.node, 0);
            requireFinite(scratch.phi, block, n, centre);
        } else {
            PolynomialResidualSums.sum(scratch.phi, beta, score, t, coefficients[p], n, scratch.node,
                    scratch.layout.residuals(p));
        }
    }

    /** What controls predict, less what is added to φs. */
    private double[] predicted(int parameter, double[] score, int n) {
        boolean controlled = coefficients != null && coefficients[parameter] != null;
        if (controlled) {
            problem.controls().predict(parameter, coefficients[parameter], score, n, scratch.controlRows, scratch.predicted);
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
    void sumPairs(double[][] residuals, int n, Runnable interruption) {
        for (int j = 1; j < problem.parameters(); j++) {
            interruption.run();
            for (int i = 0; i < j; i++) {
                ProductSums.sum(residuals[i], residuals[j], n, scratch.cross, 0);
                scratch.node[scratch.layout.products(i, j)] = EightLanes.fold(scratch.cross, 0);
            }
        }
    }
}
