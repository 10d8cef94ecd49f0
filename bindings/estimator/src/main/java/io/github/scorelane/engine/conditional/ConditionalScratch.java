package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.sum.Scratch;
import io.github.scorelane.engine.thread.ReusableScratch;
import io.github.scorelane.engine.thread.ScratchPool;
import java.util.Arrays;

/** The arrays that one thread of a {@link ConditionalRun} needs. What they hold is left over. */
public final class ConditionalScratch extends ReusableScratch {
    private static final ScratchPool<Shape, ConditionalScratch> POOL = new ScratchPool<>(ConditionalScratch::fits, ConditionalScratch::new);
    private static final int FEWEST = 64;

    /** The block's own parameters: they begin where all else does, and stay near for all of its samples. */
    final double[][] parameters;
    final double[][] scores;
    final double[] x;
    final double[] f;
    final double[] phi;
    final double[] constants;
    final double[] errors;
    final double[] centre;
    final double[] sum;
    final double[] squares;
    final ConditionalScores[] sums;
    private final boolean hasErrors;

    /**
     * The shape that is asked for.
     *
     * @param parameters how many a row has
     * @param rows the most rows of a block
     * @param hasErrors whether errors are wanted
     */
    record Shape(int parameters, int rows, boolean hasErrors) {
        /** As in {@link Scratch}, so that batches of all small sizes have the same scratch. */
        private int capacity() {
            return Math.max(FEWEST, Integer.highestOneBit(2 * rows - 1)) + 38;
        }
    }

    private ConditionalScratch(Shape shape) {
        int count = shape.parameters();
        int capacity = shape.capacity();
        hasErrors = shape.hasErrors();
        parameters = new double[count][capacity];
        scores = new double[count][capacity];
        x = new double[capacity];
        f = new double[capacity];
        phi = new double[capacity];
        constants = new double[capacity];
        errors = new double[capacity];
        centre = new double[capacity];
        sum = new double[capacity];
        squares = new double[capacity];
        sums = new ConditionalScores[count];
        Arrays.setAll(sums, p -> ConditionalScores.of(capacity, hasErrors));
    }

    /** Scratch of a run's thread, until it is given back. */
    static ConditionalScratch take(int parameters, int rows, boolean hasErrors) {
        return POOL.take(new Shape(parameters, rows, hasErrors));
    }

    /** Leaves it to others: the thread has no further block. */
    void giveBack() {
        POOL.giveBack(this);
    }

    private boolean fits(Shape shape) {
        return f.length == shape.capacity() && parameters.length == shape.parameters() && hasErrors == shape.hasErrors();
    }

    @Override
    public long bytes() {
        return (long) Double.BYTES * f.length * (8 + parameters.length * (hasErrors ? 8L : 4L));
    }
}
