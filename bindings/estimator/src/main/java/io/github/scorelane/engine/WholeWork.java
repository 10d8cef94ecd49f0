package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.CentringSums;
import io.github.scorelane.kernel.moment.ControlSums;
import io.github.scorelane.kernel.moment.CrossSums;
import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ProductSums;
import io.github.scorelane.kernel.moment.ScoreSums;
import io.github.scorelane.kernel.moment.SumTree;

/** Sums all that baselines, and the coefficients of controls, are fitted to. */
final class WholeWork extends ColumnWork {
    private double centre;
    /** What scores are summed with: φ, or f less the user's own baseline. */
    private double[] residual;

    /** The calling thread's, which finds the centre. */
    WholeWork(Problem problem) {
        super(problem);
    }

    /** Another thread's. */
    WholeWork(Problem problem, double centre) {
        super(problem);
        this.centre = centre;
    }

    /** One of several of a thread. */
    WholeWork(Problem problem, Scratch scratch, double centre) {
        super(problem, scratch);
        this.centre = centre;
    }

    double centre() {
        return centre;
    }

    @Override
    SumTree branch() {
        return scratch.branch;
    }

    /** The first block also tells the centre. */
    void sumFirstBlock() {
        begin(new Crew(), 0);
        BlockRangeEvent event = Flight.isRecorded() ? BlockRangeEvent.begun() : null;
        int n = draw(0);
        findCentre(n);
        sum(0, n);
        if (event != null) {
            event.commit(0, 1, n);
        }
    }

    /** Of the first block, which is drawn. */
    void findCentre(int n) {
        FunctionSums.centre(scratch.f, 0, n, scratch.node, 0);
        requireFinite(scratch.f, 0, n, 0);
        double mean = EightLanes.fold(scratch.node, FunctionSums.F) / n;
        centre = Double.isFinite(mean) ? mean : 0;
    }

    @Override
    boolean readControls(int n) {
        if (problem.controls() == null) {
            return false;
        }
        problem.controls().read(scratch.x, n, scratch.controlRows);
        problem.controls().evaluate(n, scratch.controlRows);
        return true;
    }

    @Override
    void sumRows(int firstParameter, double[][] scores, long block, int n) {
        int first = 0;
        if (firstParameter == 0) {
            CentringSums.sum(scratch.f, centre, scores[0], scratch.phi, n, scratch.node, 0);
            requireFinite(scratch.phi, block, n, centre);
            residual = scratch.phi;
            first = 1;
            if (problem.formula() instanceof IndexedBaseline own) {
                residual = scratch.predicted;
                own.subtract(scratch.phi, centre, scratch.x, block * Problem.BLOCK, n, residual);
                first = 0;
            }
        }
        for (int row = first; row < scores.length; row++) {
            ScoreSums.sum(residual, scores[row], n, scratch.node, scratch.layout.scores(firstParameter + row));
        }
        if (problem.controls() != null) {
            for (int row = 0; row < scores.length; row++) {
                sumControls(firstParameter + row, scores[row], n);
            }
        }
    }

    private void sumControls(int parameter, double[] score, int n) {
        Controls controls = problem.controls();
        int count = controls.count();
        int at = scratch.layout.controls(parameter);
        for (int i = 0; i < count; i++) {
            double[] control = controls.values(parameter, i, score, n, scratch.controlRows);
            ControlSums.sum(scratch.phi, score, control, n, scratch.node, at + i * ControlSums.LENGTH);
            for (int j = 0; j <= i; j++) {
                double[] other = controls.values(parameter, j, score, n, scratch.controlRows);
                ProductSums.sum(control, other, n, scratch.node, at + ControlFit.product(count, i, j));
            }
        }
    }

    @Override
    void sumPairs(double[][] rows, int n, Runnable interruption) {
        for (int j = 1; j < problem.parameters(); j++) {
            interruption.run();
            for (int i = 0; i < j; i++) {
                CrossSums.sum(scratch.phi, rows[i], rows[j], n, scratch.node, scratch.layout.cross(i, j), scratch.cross);
            }
        }
    }
}
