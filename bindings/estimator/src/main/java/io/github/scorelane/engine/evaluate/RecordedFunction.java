package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;

/** A function whose values at recorded samples are known: it looks them up by the index of the sample, and never at the sample. */
public final class RecordedFunction extends BlockFunction {
    private final double[] values;

    /** Creates the function from its value at each sample; the array is not copied. */
    public RecordedFunction(double[] values) {
        this.values = values;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        check.run();
        System.arraycopy(values, Math.toIntExact(first), f[0], 0, n);
    }
}
