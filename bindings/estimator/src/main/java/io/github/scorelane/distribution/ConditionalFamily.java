package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;

/**
 * The base class of the library's conditional families. It checks arguments and cuts the rows into blocks, and leaves each
 * block to the family. It is public because a list of several of them has it as its type. A family of your own implements
 * {@link ConditionalDistribution} and does not extend this.
 */
public abstract class ConditionalFamily implements ConditionalDistribution {
    private final ParameterList parameters;

    ConditionalFamily(ParameterList parameters) {
        this.parameters = parameters;
    }

    /** Draws the rows of a block, whose arguments are checked. */
    abstract void draw(double[][] parameters, SplitStream stream, long first, double[] x, int offset, int length);

    /** Computes the log densities of a block. */
    abstract void logDensity(double[][] parameters, double[] x, double[] logPdf, int offset, int length);

    /** Computes the scores of a block. */
    abstract void scores(double[][] parameters, double[] x, double[][] gradient, int offset, int length);

    @Override
    public final List<String> parameterNames() {
        return parameters.names();
    }

    @Override
    public final void sample(double[][] columns, SplitStream stream, long first, double[] x, int offset, int length) {
        check(columns, x, offset, length);
        drawBlocks(columns, stream, first, x, offset, length);
    }

    @Override
    public final void logPdf(double[][] columns, double[] x, double[] logPdf, int offset, int length) {
        check(columns, x, offset, length);
        ArrayRange.check("logPdf", logPdf.length, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            logDensity(columns, x, logPdf, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public final void gradLogPdf(double[][] columns, double[] x, double[][] gradient, int offset, int length) {
        check(columns, x, offset, length);
        Family.requireRows("gradient", gradient, parameters.names().size(), offset, length);
        scoreBlocks(columns, x, gradient, offset, length);
    }

    @Override
    public final ConditionalRows rows(double[][] columns, int offset, int length) {
        return new Rows(this, columns, offset, length);
    }

    private void drawBlocks(double[][] columns, SplitStream stream, long first, double[] x, int offset, int length) {
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            draw(columns, stream, first + i, x, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    private void scoreBlocks(double[][] columns, double[] x, double[][] gradient, int offset, int length) {
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            scores(columns, x, gradient, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    private void check(double[][] columns, double[] x, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        requireParameters(columns, offset, length);
    }

    @Override
    public final void requireParameters(double[][] columns, int offset, int length) {
        int count = parameters.names().size();
        if (columns.length != count) {
            throw new IllegalArgumentException("number of columns of parameters is not " + count + ": " + columns.length);
        }
        for (int p = 0; p < count; p++) {
            if ((offset | length) < 0 || length > columns[p].length - offset) {
                ArrayRange.check("parameters[" + p + "]", columns[p].length, offset, length);
            }
            parameters.requireRows(p, columns[p], offset, length);
        }
        parameters.requireFiniteInEachRow(columns, offset, length);
    }

    /** Rows whose parameters were checked when they were made. Checking a row costs as much as its score does. */
    private record Rows(ConditionalFamily family, double[][] columns, int offset, int length) implements ConditionalRows {
        @Override
        public void sample(SplitStream stream, long first, double[] x) {
            ArrayRange.check("x", x.length, offset, length);
            family.drawBlocks(columns, stream, first, x, offset, length);
        }

        @Override
        public void gradLogPdf(double[] x, double[][] gradient) {
            ArrayRange.check("x", x.length, offset, length);
            Family.requireRows("gradient", gradient, columns.length, offset, length);
            family.scoreBlocks(columns, x, gradient, offset, length);
        }
    }
}
