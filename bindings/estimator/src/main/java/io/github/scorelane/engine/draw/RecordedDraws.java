package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Samples that were drawn before.
 *
 * @param columns the samples, an array for each coordinate; not to be changed
 * @param logDensities of each sample, under what it was drawn from; not to be changed
 */
public record RecordedDraws(double[][] columns, double[] logDensities) implements Draws {
    @Override
    public int dimension() {
        return columns.length;
    }

    @Override
    public void draw(SplitStream stream, long first, double[][] x, int offset, double[] logDensity, int length) {
        int from = Math.toIntExact(first);
        for (int d = 0; d < columns.length; d++) {
            System.arraycopy(columns[d], from, x[d], offset, length);
        }
        System.arraycopy(logDensities, from, logDensity, 0, length);
    }
}
