package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.ControlFit;
import io.github.scorelane.engine.control.UserControls;
import io.github.scorelane.kernel.sum.ControlSums;
import io.github.scorelane.kernel.sum.ProductSums;

/** Sums the products of the controls of a block, parameter by parameter, for the least squares that fit their coefficients. */
final class ControlBlock {
    private final UserControls controls;
    private final SumLayout layout;
    private final double[][] rows;
    private final double[] node;

    ControlBlock(UserControls controls, Scratch scratch) {
        this.controls = controls;
        layout = scratch.layout;
        rows = scratch.controlRows;
        node = scratch.node;
    }

    /**
     * Sums the controls of a parameter.
     *
     * @param terms the numbers that are to be predicted; null if they are φs
     */
    void sum(int parameter, double[] phi, double[] score, double[] terms, int n) {
        int at = layout.controls(parameter);
        for (int i = 0; i < controls.count(); i++) {
            int own = at + i * ControlSums.LENGTH;
            double[] control = controls.values(parameter, i, score, n, rows);
            ControlSums.sum(phi, score, control, n, node, own);
            for (int j = 0; j <= i; j++) {
                double[] other = controls.values(parameter, j, score, n, rows);
                ProductSums.sum(control, other, n, node, at + ControlFit.product(controls.count(), i, j));
            }
            if (terms != null) {
                ProductSums.sum(terms, control, n, node, own + ControlSums.FSK);
            }
        }
    }
}
