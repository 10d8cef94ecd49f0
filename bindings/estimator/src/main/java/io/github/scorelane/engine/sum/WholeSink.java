package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.ProductSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;

/** Sums all that baselines, and the coefficients of controls, are fitted to. */
final class WholeSink extends SampleSink {
    /** The numbers that scores are summed with: φ, or f less the user's own baseline. */
    private double[] residual;
    /** The terms φs + d of a parameter, where f has direct derivatives d. */
    private double[] terms;
    private double[] ones;
    /** Sums the user's control variates; null where there are none. */
    private final ControlBlock controls;

    WholeSink(Problem problem, int output, Scratch scratch, BlockFunction function, double centre) {
        super(problem, output, scratch, function, centre);
        controls = problem.controls() == null ? null : new ControlBlock(problem.controls(), scratch);
    }

    @Override
    int length() {
        return scratch.layout.length();
    }

    @Override
    TailMonitor monitor() {
        // A pilot is too short to tell, and the residuals behind it are watched instead.
        return rule.pilot() != null ? null
                : new TailMonitor(problem.rows(), scratch.layout.scores(0) + ScoreSums.FFSS, ScoreSums.LENGTH);
    }

    @Override
    double magnitudeBesides(int n) {
        double most = rule.isToldByFunction() ? 0 : Magnitude.largest(residual, n);
        if (problem.controls() != null) {
            most = Math.max(most, problem.controls().magnitude(scratch.controlRows, n));
        }
        for (int p = 0; direct != null && p < direct.length; p++) {
            double squares = EightLanes.fold(scratch.node, scratch.layout.scores(p) + ScoreSums.SS);
            most = Math.max(most, Magnitude.largest(direct[p], n) / (squares > 0 ? Math.sqrt(squares / n) : 1));
        }
        return most;
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
    boolean readsRows() {
        return problem.covariance() || controls != null;
    }

    @Override
    void sumRows(int firstRow, double[][] rows, long block, int n) {
        sumScores(firstRow, rows, block, n);
        for (int row = 0; row < rows.length; row++) {
            if (direct != null) {
                sumTerms(firstRow + row, rows[row], block, n);
            }
            if (controls != null) {
                controls.sum(firstRow + row, scratch.phi, rows[row], direct == null ? null : terms, n);
            }
        }
    }

    private void sumScores(int firstRow, double[][] rows, long block, int n) {
        int first = Math.max(0, summed() - firstRow);
        if (firstRow == 0 && summed() > 0) {
            centre(n);
            residual = scratch.phi;
        } else if (firstRow == 0) {
            ScoreSums.sumCentring(scratch.f, centre, rows[0], scratch.phi, n, scratch.node, 0);
            requireFinite(scratch.phi, block, n, centre);
            residual = rule.residual(scratch.phi, centre, scratch.x, problem.first(block), n, scratch.predicted);
            // The first row's sums are made with those of φ, but not where something else is summed in its place.
            first = residual == scratch.phi ? 1 : 0;
        }
        for (int row = first; row < rows.length; row++) {
            ScoreSums.sum(residual, rows[row], n, scratch.node, scratch.layout.scores(firstRow + row));
        }
    }

    /**
     * Puts sums of φs + d in place of those of φs: all rules except leave-one-out need no others, as long as no covariance is
     * wanted.
     */
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
        requireFiniteDerivative(parameter, at + ScoreSums.FFSS, block, n);
    }

    private static void terms(double[] residual, double[] score, double[] direct, double[] terms, int n) {
        for (int i = 0; i < n; i++) {
            terms[i] = Fma.fma(residual[i], score[i], direct[i]);
        }
    }

    @Override
    void sumPairs(double[][] rows, int n, Check check) {
        for (int j = 1; j < problem.rows(); j++) {
            check.run();
            for (int i = 0; i < j; i++) {
                CrossSums.sum(scratch.phi, rows[i], rows[j], n, scratch.node, scratch.layout.cross(i, j), scratch.cross);
            }
        }
    }
}
