package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import java.io.Serializable;

/**
 * Holds integrals over the density of a truncated normal distribution, exact to about 1e-14 of themselves wherever the interval
 * lies and however narrow it is.
 *
 * <p>A standard normal number z is c + t, with c the point of the interval that is next to 0, and t has a density in proportion to
 * exp(−c·t − t²/2), which is 1 at its greatest. It is integrated only where it is above e^-45, by the rule of Gauss and Legendre
 * with 16 nodes on each of eight equal pieces. Nothing cancels; a closed form by Φ would lose digits where two values of Φ are
 * nearly equal, or both nearly 0.
 */
final class TruncatedNormalMoments implements Serializable {
    private static final double[] NODES = {
        0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438,
        0.755404408355003, 0.8656312023878318, 0.9445750230732326, 0.9894009349916499
    };
    private static final double[] WEIGHTS = {
        0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674,
        0.12462897125553388, 0.09515851168249279, 0.062253523938647894, 0.027152459411754096
    };
    private static final int PIECES = 8;
    private static final double DEPTH = 45;
    /** Centre so far out that t² does not matter, and that its own square may overflow. */
    private static final double FAR = 1e9;

    /** The integral ∫ exp(−c·t − t²/2) dt. */
    final double integral;
    /** The mean E[t]. */
    final double mean;
    /** The mean E[z² − c²] = E[t·(t + 2c)]. */
    final double meanSquare;
    /** The variance Var[z]. */
    final double variance;
    /** The covariance Cov[z, z²]. */
    final double covariance;
    /** The variance Var[z²]. */
    final double squareVariance;

    /** Computes the moments for t between two numbers, either of which may be infinite. */
    TruncatedNormalMoments(double centre, double lower, double upper) {
        double[] t = nodes(centre, lower, upper);
        double[] w = weights(centre, lower, upper, t);
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < t.length; i++) {
            sum += w[i];
        }
        // Weights are in units of their sum, as their products with squares of a narrow interval would underflow.
        double unit = Math.scalb(1.0, -Math.getExponent(sum));
        for (int i = 0; i < t.length; i++) {
            first = Fma.fma(w[i] * unit, t[i], first);
            second = Fma.fma(w[i] * unit, t[i] * (t[i] + 2 * centre), second);
        }
        integral = sum;
        mean = first / (sum * unit);
        meanSquare = second / (sum * unit);
        double ofMean = 0;
        double ofBoth = 0;
        double ofSquare = 0;
        for (int i = 0; i < t.length; i++) {
            double a = t[i] - mean;
            double b = t[i] * (t[i] + 2 * centre) - meanSquare;
            ofMean = Fma.fma(w[i] * unit, a * a, ofMean);
            ofBoth = Fma.fma(w[i] * unit, a * b, ofBoth);
            ofSquare = Fma.fma(w[i] * unit, b * b, ofSquare);
        }
        variance = ofMean / (sum * unit);
        covariance = ofBoth / (sum * unit);
        squareVariance = ofSquare / (sum * unit);
    }

    /** Computes ∫ exp(−c·t − t²/2) dt alone. */
    static double integral(double centre, double lower, double upper) {
        double sum = 0;
        for (double weight : weights(centre, lower, upper, nodes(centre, lower, upper))) {
            sum += weight;
        }
        return sum;
    }

    /** Returns the distance from the centre up to which the density is worth integrating, on the side where it falls. */
    private static double reach(double centre) {
        double c = Math.abs(centre);
        return c > FAR ? DEPTH / c : 2 * DEPTH / (c + Math.sqrt(Fma.fma(c, c, 2 * DEPTH)));
    }

    private static double[] nodes(double centre, double lower, double upper) {
        double from = Math.max(lower, -reach(centre));
        double to = Math.min(upper, reach(centre));
        double half = (to - from) / (2 * PIECES);
        double[] t = new double[PIECES * 2 * NODES.length];
        for (int piece = 0; piece < PIECES; piece++) {
            double middle = Fma.fma(2 * piece + 1, half, from);
            for (int k = 0; k < NODES.length; k++) {
                t[2 * (piece * NODES.length + k)] = Fma.fma(-NODES[k], half, middle);
                t[2 * (piece * NODES.length + k) + 1] = Fma.fma(NODES[k], half, middle);
            }
        }
        return t;
    }

    private static double[] weights(double centre, double lower, double upper, double[] t) {
        double from = Math.max(lower, -reach(centre));
        double to = Math.min(upper, reach(centre));
        double half = (to - from) / (2 * PIECES);
        double[] w = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            w[i] = half * WEIGHTS[i / 2 % WEIGHTS.length] * Exp.exp(-t[i] * Fma.fma(0.5, t[i], centre));
        }
        return w;
    }
}
