package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.function.EvaluationException;

/**
 * The user's function, as a run calls it: it fills an array for each of its outputs with their values at a block of samples. Mostly
 * there is one output, f. It stands between the sampler, which draws the block, and the sums, which read the values. An instance
 * belongs to one thread, and may keep arrays from one block to the next; but its values must depend on the samples alone, since a
 * run asks for some of them twice.
 */
public abstract class BlockFunction {
    /**
     * Evaluates the function.
     *
     * @param x the samples, a column for each coordinate
     * @param n number of samples
     * @param first index of the first sample
     * @param f arrays that the values are written to, one for each output
     * @param check called where the run may be interrupted
     * @throws EvaluationException if the user's function throws; values that are not finite may pass
     */
    public abstract void evaluate(double[][] x, int n, long first, double[][] f, Check check);

    /**
     * Returns this function in other units, one for each output. Control variates that are subtracted from it have the same units.
     */
    public BlockFunction in(Scale... scales) {
        return new ScaledFunction(this, scales);
    }

    /**
     * Returns h − E[h] of each of the user's control variates h at the samples that were evaluated last, always in the same arrays;
     * null if there are no control variates.
     */
    public double[][] controls() {
        return null;
    }

    /**
     * Returns ∂f/∂θ at the samples that were evaluated last, a row for each parameter, always in the same arrays; null if f does
     * not depend on θ.
     */
    public double[][] direct() {
        return null;
    }

    /** Returns a note of the values so far, one for each output; null if nobody takes note. */
    public OneValue[] seen() {
        return null;
    }

    /** Returns this function as one of a single point, which a run of many coordinates prefers; null if it takes blocks only. */
    public PointFunction ofPoints() {
        return null;
    }

    /** Refuses a value that is not finite. */
    public static void requireFinite(double f, long sample, double[][] x, int s) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, sample, point(x, s), null);
        }
    }

    /** Refuses a value that is not finite, of a sample whose coordinates are at hand. */
    public static void requireFinite(double f, long sample, double[] point) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, sample, point, null);
        }
    }

    /** Refuses a value that is not finite, of one of several outputs. */
    public static void requireFiniteOutput(double f, int output, long sample, double[][] x, int s) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("output " + output + " of f is " + f, sample, point(x, s), null);
        }
    }

    /** Creates the exception for what the user's f threw at a sample. */
    static EvaluationException thrown(Throwable e, long sample, double[] point) {
        return thrown("f", e, sample, point);
    }

    /** Creates the exception for what a function of the user's threw at a sample, with the name that messages call it by. */
    public static EvaluationException thrown(String name, Throwable e, long sample, double[] point) {
        Thrown.restoreInterruption(e);
        return new EvaluationException(name + " threw " + Thrown.words(e), sample, point, e);
    }

    /** Returns a copy of the coordinates of a sample, for a message. */
    public static double[] point(double[][] x, int s) {
        double[] point = new double[x.length];
        for (int d = 0; d < x.length; d++) {
            point[d] = x[d][s];
        }
        return point;
    }
}
