package io.github.scorelane.bench.peer.family;

/** A family as one has it without Scorelane. Points are kept in columns, a univariate family's in one. */
public interface FamilyPeer {
    /** Fills the columns with draws, which go on where the last call ended. */
    void sample(double[][] x);

    /** Log densities, or log probabilities. */
    void logPdf(double[][] x, double[] logPdf);

    /** Scores, a row for each parameter. */
    void gradLogPdf(double[][] x, double[][] gradient);
}
