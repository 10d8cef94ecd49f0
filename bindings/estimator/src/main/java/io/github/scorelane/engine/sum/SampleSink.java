package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.DirectFunction;
import io.github.scorelane.engine.term.NormalCoordinates;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.kernel.sum.EightLanes;
import java.util.Arrays;

/** A sink of single samples, which are independent: each is in the lane of its index modulo 8. */
abstract class SampleSink extends SumSink {
    /** The rows ∂f/∂θ, which are added to φs; null where f does not depend on θ. */
    final double[][] direct;
    /** Coordinates whose scores need not be written to be summed; or null. */
    final NormalCoordinates normal;
    /** The number of rows, from the first on, that are summed already in this block. */
    private int summed;

    SampleSink(Problem problem, int output, Scratch scratch, BlockFunction function, double centre) {
        super(problem, output, scratch, centre);
        direct = function.direct();
        normal = direct == null && rule.isToldByFunction() ? problem.model().rows().normal() : null;
    }

    /** Sums the function, and scores of normal coordinates, which are not written; returns false where they have to be. */
    abstract boolean sumNormal(long block, int n);

    /** Tells whether something else than their own sums is made of rows. */
    abstract boolean readsRows();

    @Override
    final boolean sumUnwritten(long block, int n) {
        summed = normal != null && sumNormal(block, n) ? normal.parameters() : 0;
        return summed < problem.rows() || readsRows();
    }

    /** Returns the number of rows, from the first on, that are summed already in this block. */
    final int summed() {
        return summed;
    }

    /** Empties f, where the sums that empty it as they read it were not made. */
    @Override
    final void finish(int n) {
        if (summed > 0) {
            Arrays.fill(scratch.f, 0, n, Double.NaN);
        }
    }

    /** Sets φ, where the sums that leave it were not made. */
    final void centre(int n) {
        double[] f = scratch.f;
        double[] phi = scratch.phi;
        for (int i = 0; i < n; i++) {
            phi[i] = f[i] - centre;
        }
    }

    /** Refuses direct derivatives that are not finite, which the sum of some squares that they are in shows. */
    final void requireFiniteDerivative(int parameter, int squares, long block, int n) {
        if (direct != null && !Double.isFinite(EightLanes.fold(scratch.node, squares))) {
            DirectFunction.requireFinite(direct[parameter], parameter, n, problem.first(block), scratch.x);
            double largest = Magnitude.largest(direct[parameter], n);
            // The first block is looked at by itself, when the units of scores are known.
            if (block > 0 && largest > 1) {
                throw late(largest);
            }
        }
    }
}
