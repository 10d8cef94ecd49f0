package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.ControlSums;
import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.GramSums;
import io.github.scorelane.kernel.moment.ProductSums;

/**
 * Sums the controls of a block, parameter by parameter. The first four may be {@link Controls#shared}: what is summed of them
 * alone is summed once for all parameters that have the same.
 */
final class ControlBlock {
    private final Controls controls;
    private final SumLayout layout;
    private final double[][] rows;
    private final double[] node;

    ControlBlock(Controls controls, Scratch scratch) {
        this.controls = controls;
        layout = scratch.layout;
        rows = scratch.controlRows;
        node = scratch.node;
    }

    /**
     * Sums those of a parameter, after those of the parameters before it.
     *
     * @param terms what is to be predicted, where it is not φs; or null
     */
    void sum(int parameter, double[] phi, double[] score, double[] terms, int n) {
        int at = layout.controls(parameter);
        int shared = controls.shared();
        if (shared > 0) {
            sumShared(parameter, phi, score, n, at);
        }
        for (int i = 0; i < controls.count(); i++) {
            double[] control = controls.values(parameter, i, score, n, rows);
            if (i >= shared) {
                sumOwn(parameter, phi, score, control, i, n);
            }
            if (terms != null) {
                ProductSums.sum(terms, control, n, node, at + i * ControlSums.LENGTH + ControlSums.FSK);
            }
        }
    }

    private void sumShared(int parameter, double[] phi, double[] score, int n, int at) {
        double[] a = controls.values(parameter, 0, score, n, rows);
        double[] b = controls.values(parameter, 1, score, n, rows);
        double[] c = controls.values(parameter, 2, score, n, rows);
        double[] d = controls.values(parameter, 3, score, n, rows);
        ControlSums.sum(phi, score, a, b, c, d, n, node, at);
        int first = controls.first(parameter);
        int pairs = ControlFit.product(controls.count(), 0, 0);
        if (first == parameter) {
            GramSums.sum(a, b, c, d, n, node, at, at + pairs);
            return;
        }
        int from = layout.controls(first);
        for (int k = ControlSums.K; k < 4 * ControlSums.LENGTH; k += ControlSums.LENGTH) {
            System.arraycopy(node, from + k, node, at + k, EightLanes.COUNT);
        }
        System.arraycopy(node, from + pairs, node, at + pairs, GramSums.PAIRS);
    }

    private void sumOwn(int parameter, double[] phi, double[] score, double[] control, int i, int n) {
        int at = layout.controls(parameter);
        ControlSums.sum(phi, score, control, n, node, at + i * ControlSums.LENGTH);
        for (int j = 0; j <= i; j++) {
            double[] other = controls.values(parameter, j, score, n, rows);
            ProductSums.sum(control, other, n, node, at + ControlFit.product(controls.count(), i, j));
        }
    }
}
