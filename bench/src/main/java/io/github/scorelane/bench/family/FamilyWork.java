package io.github.scorelane.bench.family;

/** A family at work, on arrays of its own. */
public abstract class FamilyWork {
    final double[][] x;
    final double[] logPdf;
    final double[][] gradient;

    FamilyWork(int dimension, int parameters, int size) {
        x = new double[dimension][size];
        logPdf = new double[size];
        gradient = new double[parameters][size];
    }

    /** Draws points, which go on where the last call ended. */
    public abstract void sample();

    /** Writes log densities of the points. */
    public abstract void logPdf();

    /** Writes scores of the points. */
    public abstract void gradLogPdf();

    /** Draws points and writes their scores, as an estimate does. */
    public abstract void both();

    /** The points: columns of the last draws. */
    public final double[][] points() {
        return x;
    }

    /** The log densities. */
    public final double[] logPdfs() {
        return logPdf;
    }

    /** The scores, a row for each parameter. */
    public final double[][] gradient() {
        return gradient;
    }
}
