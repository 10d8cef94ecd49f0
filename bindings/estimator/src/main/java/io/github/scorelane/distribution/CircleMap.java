package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Atan;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.TanPi;
import io.github.scorelane.kernel.math.Tanh;
import io.github.scorelane.kernel.math.Turn;

/**
 * v = logit u with u = ½ + atan(c·tan(δ/2))/π, where δ is the angle from the centre: a turn of the circle, cut opposite the centre,
 * on which angles near the centre are drawn apart by c.
 */
final class CircleMap extends LogisticMap {
    private static final double TURN = 2 * Math.PI;

    private final double centre;
    private final double c;

    CircleMap(double centre, double c) {
        this.centre = centre;
        this.c = c;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        double turns = 1 / TURN;
        for (int i = offset; i < offset + length; i++) {
            v[i] = (x[i] - centre) * turns;
        }
        TanPi.tanPi(v, offset, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] *= c;
        }
        Atan.atan(v, offset, v, offset, length);
        double halves = 1 / Math.PI;
        for (int i = offset; i < offset + length; i++) {
            double s = Math.max(Math.min(v[i] * halves, 0.5), -0.5);
            v[i] = (0.5 + s) / (0.5 - s);
        }
        Log.log(v, offset, v, offset, length);
    }

    /** With s = u − ½ and t = tan πs, tan(δ/2) = t/c; its slope has no pole where written by the cosine and the sine of πs. */
    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] less = workspace.doubles();
        double[] tangent = workspace.doubles();
        double[] cosine = workspace.doubles();
        for (int i = 0; i < length; i++) {
            less[i] = -Math.abs(v[offset + i]);
            tangent[i] = 0.5 * v[offset + i];
        }
        Tanh.tanh(tangent, 0, tangent, 0, length);
        for (int i = 0; i < length; i++) {
            tangent[i] *= 0.5;
            cosine[i] = 0.5 * tangent[i];
            logSlope[offset + i] = less[i];
        }
        Exp.exp(less, 0, less, 0, length);
        Log1p.log1p(less, 0, less, 0, length);
        TanPi.tanPi(tangent, 0, tangent, 0, length);
        Turn.cos(cosine, 0, cosine, 0, length);
        double inverse = 1 / c;
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] -= 2 * less[i];
            tangent[i] *= inverse;
            double square = cosine[i] * cosine[i];
            cosine[i] = Math.fma(c * c, square, 1 - square);
        }
        Atan.atan(tangent, 0, tangent, 0, length);
        Log.log(cosine, 0, cosine, 0, length);
        double constant = Log.log(TURN) + Log.log(c);
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] += constant - cosine[i];
            double angle = Math.fma(2, tangent[i], centre);
            x[offset + i] = Math.fma(-Math.rint(angle / TURN), TURN, angle);
        }
        workspace.giveBack(3, 0);
    }
}
