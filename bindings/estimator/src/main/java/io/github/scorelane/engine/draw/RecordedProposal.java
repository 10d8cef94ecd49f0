package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Proposal whose samples were drawn before, and are looked up by their index.
 *
 * @param columns the samples, an array for each coordinate; not to be changed
 * @param logDensities the logarithm of the density that each sample was drawn from; not to be changed
 */
public record RecordedProposal(double[][] columns, double[] logDensities) implements Proposal {
    @Override
    public int dimension() {
        return columns.length;
    }

    @Override
    public boolean isDrawn() {
        return false;
    }

    @Override
    public void draw(SplitStream stream, long first, double[][] x, double[] logDensity, int length) {
        int from = Math.toIntExact(first);
        for (int d = 0; d < columns.length; d++) {
            System.arraycopy(columns[d], from, x[d], 0, length);
        }
        System.arraycopy(logDensities, from, logDensity, 0, length);
    }
}
