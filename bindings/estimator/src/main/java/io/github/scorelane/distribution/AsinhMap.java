package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The map v = factor·arsinh((x − centre)/scale), for families whose tails are powers of x: under it they become exponential
 * in v, as a logistic number's are.
 */
final class AsinhMap extends LogisticMap {
    private final double centre;
    private final double scale;
    private final double factor;

    AsinhMap(double centre, double scale, double factor) {
        this.centre = centre;
        this.scale = scale;
        this.factor = factor;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] signs = workspace.doubles();
        double inverse = 1 / scale;
        for (int i = 0; i < length; i++) {
            double y = Math.max(Math.min((x[offset + i] - centre) * inverse, Double.MAX_VALUE), -Double.MAX_VALUE);
            double a = Math.abs(y);
            // The sign is computed without a branch, so that C2 makes vectors of the loop. Adding the least normal number
            // changes the quotient only where |y| is about as small itself, and v is then as near to 0 either way.
            signs[i] = y / (a + Double.MIN_NORMAL) * factor;
            // The root √(a² + 1) is at most a + 1; the minimum says so where a² overflows.
            double root = Math.min(Math.sqrt(Fma.fma(a, a, 1)), a + 1);
            v[offset + i] = Fma.fma(a, a / (1 + root), a);
        }
        Log1p.log1p(v, offset, v, offset, length);
        for (int i = 0; i < length; i++) {
            v[offset + i] *= signs[i];
        }
        workspace.giveBack(1, 0);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] less = workspace.doubles();
        double[] positive = workspace.doubles();
        double[] negative = workspace.doubles();
        double inverse = 1 / factor;
        for (int i = 0; i < length; i++) {
            double y = v[offset + i] * inverse;
            positive[i] = y;
            negative[i] = -y;
            less[i] = -2 * Math.abs(y);
        }
        Exp.exp(less, 0, less, 0, length);
        Log1p.log1p(less, 0, less, 0, length);
        double constant = Log.log(scale) - Log.log(factor) - Log.log(2);
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] = Math.abs(positive[i]) + less[i] + constant;
        }
        Expm1.expm1(positive, 0, positive, 0, length);
        Expm1.expm1(negative, 0, negative, 0, length);
        double half = 0.5 * scale;
        for (int i = 0; i < length; i++) {
            x[offset + i] = Fma.fma(positive[i] - negative[i], half, centre);
        }
        workspace.giveBack(3, 0);
    }
}
