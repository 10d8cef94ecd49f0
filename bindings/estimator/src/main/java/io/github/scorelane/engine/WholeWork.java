package io.github.scorelane.engine;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.Arrays;

/** Sums all that baselines, and the coefficients of controls, are fitted to. */
final class WholeWork extends ColumnWork {
    private double centre;
    /** The magnitude of f over the first block. */
    private double magnitude;
    /** What scores are summed with: φ, or f less the user's own baseline. */
    private double[] residual;
    /** φs + d of a parameter, where f has direct derivatives d. */
    private double[] terms;
    private double[] ones;
    /** Null where there are none. */
    private final ControlBlock controls = problem.controls() == null ? null : new ControlBlock(problem.controls(), scratch);

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
        BlockRangeEvent event = Flight.range(problem);
        int n = draw(0);
        findCentre(n);
        sum(0, n);
        requireInRange(n);
        if (event != null) {
            event.commit(0, 1, n);
        }
    }

    /** Of the first block, which is drawn. */
    void findCentre(int n) {
        FunctionSums.centre(scratch.f, 0, n, scratch.node, 0);
        requireFinite(scratch.f, 0, n, 0);
        magnitude = Magnitude.ofFunction(scratch.f, n, EightLanes.fold(scratch.node, FunctionSums.FF));
        double mean = EightLanes.fold(scratch.node, FunctionSums.F) / n;
        centre = Double.isFinite(mean) ? mean : 0;
    }

    /** Demands other units where those that there are do not suit the first block, which is summed. */
    void requireInRange(int n) {
        // Weights, and rows that are made of scores and weights, have no units of their own.
        int parameters = problem.distribution() instanceof Reweighted weighted ? weighted.parameterNames().size()
                : problem.parameters();
        if (!Magnitude.areScores(scratch.node, scratch.layout, parameters)) {
            double[] largest = new double[problem.parameters()];
            for (int p = 0; p < parameters; p += scratch.rows.length) {
                double[][] scores = scores(p, n);
                for (int row = 0; row < scores.length && p + row < parameters; row++) {
                    largest[p + row] = Magnitude.largest(scores[row], n);
                }
            }
            Magnitude.requireScores(largest, problem.scale());
        }
        double most = Math.max(magnitude, problem.formula().magnitude());
        if (problem.formula() instanceof IndexedBaseline) {
            most = Math.max(most, Magnitude.largest(residual, n));
        }
        if (problem.controls() != null) {
            most = Math.max(most, problem.controls().magnitude(scratch.controlRows, n));
        }
        for (int p = 0; direct != null && p < direct.length; p++) {
            double squares = EightLanes.fold(scratch.node, scratch.layout.scores(p) + ScoreSums.SS);
            most = Math.max(most, Magnitude.largest(direct[p], n) / (squares > 0 ? Math.sqrt(squares / n) : 1));
        }
        Magnitude.requireFunction(most, problem.scale());
    }

    @Override
    boolean sumNormal(long block, int n) {
        for (int d = 0; d < normal.count(); d++) {
            NormalScoreSums.sum(scratch.f, centre, scratch.x[d], normal.mean(d), normal.standardDeviation(d), n, scratch.normal,
                    scratch.node, scratch.layout.scores(d), scratch.layout.scores(normal.standardDeviationIndex(d)));
        }
        requireFinite(scratch.f, block, n, 0);
        return true;
    }

    @Override
    boolean readsScores() {
        return problem.covariance() || controls != null;
    }

    @Override
    void sumRows(int firstParameter, double[][] scores, long block, int n) {
        sumScores(firstParameter, scores, block, n);
        for (int row = 0; row < scores.length; row++) {
            if (direct != null) {
                sumTerms(firstParameter + row, scores[row], block, n);
            }
            if (controls != null) {
                controls.sum(firstParameter + row, scratch.phi, scores[row], direct == null ? null : terms, n);
            }
        }
    }

    private void sumScores(int firstParameter, double[][] scores, long block, int n) {
        int first = Math.max(0, summed() - firstParameter);
        if (firstParameter == 0 && summed() > 0) {
            centre(centre, n);
            residual = scratch.phi;
        } else if (firstParameter == 0) {
            ScoreSums.sumCentring(scratch.f, centre, scores[0], scratch.phi, n, scratch.node, 0);
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
    }

    /** Puts sums of φs + d where those of φs are: formulas without a covariance, but leave-one-out, ask no more of them. */
    private void sumTerms(int parameter, double[] score, long block, int n) {
        if (terms == null) {
            terms = new double[scratch.phi.length];
            ones = new double[scratch.phi.length];
            Arrays.fill(ones, 1.0);
        }
        terms(residual, score, direct[parameter], terms, n);
        int at = scratch.layout.scores(parameter);
        ProductSums.sum(terms, ones, n, scratch.node, at + ScoreSums.FS);
        ProductSums.sum(terms, score, n, scratch.node, at + ScoreSums.FSS);
        ProductSums.sum(terms, terms, n, scratch.node, at + ScoreSums.FFSS);
        requireFinite(parameter, at + ScoreSums.FFSS, block, n);
    }

    private static void terms(double[] residual, double[] score, double[] direct, double[] terms, int n) {
        for (int i = 0; i < n; i++) {
            terms[i] = Fma.fma(residual[i], score[i], direct[i]);
        }
    }

    @Override
    void sumPairs(double[][] rows, int n, Check interruption) {
        for (int j = 1; j < problem.parameters(); j++) {
            interruption.run();
            for (int i = 0; i < j; i++) {
                CrossSums.sum(scratch.phi, rows[i], rows[j], n, scratch.node, scratch.layout.cross(i, j), scratch.cross);
            }
        }
    }
}
