package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The map v = factor·(√(x/unit) − √(unit/x)) of the positive numbers. With the mean as the unit it makes an inverse Gaussian
 * distribution approximately normal.
 */
final class SinhLogMap extends LogisticMap {
    private final double unit;
    private final double factor;

    SinhLogMap(double unit, double factor) {
        this.unit = unit;
        this.factor = factor;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        double inverse = 1 / unit;
        for (int i = offset; i < offset + length; i++) {
            double y = x[i] * inverse;
            v[i] = (y - 1) * factor / Math.sqrt(y);
        }
    }

    /**
     * Maps back by a quadratic equation for √(x/unit): with q = v/factor its positive solution is ½(q + √(q² + 4)), whose
     * logarithm is arsinh(q/2).
     */
    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        double[] signs = workspace.doubles();
        double[] squares = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double y = 0.5 * v[offset + i] / factor;
            double a = Math.abs(y);
            signs[i] = y / (a + Double.MIN_NORMAL);
            squares[i] = a * a;
            logs[i] = Fma.fma(a, a / (1 + Math.sqrt(squares[i] + 1)), a);
        }
        Log1p.log1p(logs, 0, logs, 0, length);
        Log1p.log1p(squares, 0, squares, 0, length);
        double constant = Log.log(unit) - Log.log(factor);
        for (int i = 0; i < length; i++) {
            double log = 2 * signs[i] * logs[i];
            x[offset + i] = log;
            logSlope[offset + i] = log - 0.5 * squares[i] + constant;
        }
        Exp.exp(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(x[i] * unit, Double.MIN_NORMAL);
        }
        workspace.giveBack(3, 0);
    }
}
