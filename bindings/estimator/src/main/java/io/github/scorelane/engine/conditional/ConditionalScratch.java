package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.thread.ReusableScratch;
import io.github.scorelane.engine.thread.ScratchPool;
import java.util.Arrays;

/**
 * Arrays that one thread of a {@link ConditionalRun} works in, each with a number for each case of a block. They hold whatever the
 * last user left in them.
 */
public final class ConditionalScratch extends ReusableScratch {
    private static final ScratchPool<Shape, ConditionalScratch> POOL =
            new ScratchPool<>(ConditionalScratch::fits, ConditionalScratch::new);

    /**
     * Copy of the block's parameters, which stays in the cache for all samples of the block and begins at index 0 as all else does.
     */
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
     * Shape of the scratch that a run asks for.
     *
     * @param parameters the number of parameters of a case
     * @param cases the most cases of a block
     * @param hasErrors whether standard errors are wanted
     */
    record Shape(int parameters, int cases, boolean hasErrors) {
        private int capacity() {
            return ReusableScratch.capacity(cases);
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

    /** Takes scratch for a thread of a run from the pool; the thread has to give it back. */
    static ConditionalScratch take(int parameters, int cases, boolean hasErrors) {
        return POOL.take(new Shape(parameters, cases, hasErrors));
    }

    /** Gives this scratch back to the pool, once the thread has no further block. */
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
