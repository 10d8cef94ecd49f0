package io.github.scorelane.bench.family;

/** A family at work, on arrays of its own. */
public interface FamilyWork {
    /** Draws, which go on where the last call ended. */
    void sample();

    /** Log densities of the points. */
    void logPdf();

    /** Scores of the points. */
    void gradLogPdf();

    /** Draws and their scores: what an estimate does. */
    void both();

    /** The points: columns of the last draws. */
    double[][] points();

    /** The log densities. */
    double[] logPdfs();

    /** The scores, a row for each parameter. */
    double[][] gradient();
}
