package io.github.scorelane.function;


/**
 * Thrown when the function whose gradient is estimated throws an exception or returns a value that is not finite. If it fails at
 * several samples, the exception names the one of the smallest index, however many threads there are; with a
 * {@link io.github.scorelane.ConditionalEstimator ConditionalEstimator}, the first such sample of the first such row. For example:
 *
 * {@snippet :
 * try {
 *     estimator.estimate(f);
 * } catch (EvaluationException e) {
 *     System.err.println("f fails at sample " + e.sample() + ", x = " + Arrays.toString(e.x()));
 * }
 * }
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** Most coordinates that the message shows. */
    private static final int SHOWN = 8;

    private final long row;
    private final long sample;
    private final double[] x;

    /**
     * Creates an exception for a sample.
     *
     * @param what says what happened, for example "f is NaN"
     * @param sample the index of the sample
     * @param x the sample's coordinates, which are copied
     * @param cause what f threw, or null
     */
    public EvaluationException(String what, long sample, double[] x, Throwable cause) {
        this(what + " at sample " + sample + ", x = " + show(x), -1, sample, x.clone(), cause);
    }

    /**
     * Creates an exception for a sample of a row.
     *
     * @param what says what happened, for example "f is NaN"
     * @param row the index of the row
     * @param sample the index of the sample among those of the row
     * @param x the number that was drawn
     * @param cause what f threw, or null
     */
    public EvaluationException(String what, long row, long sample, double x, Throwable cause) {
        this(what + " at sample " + sample + " of row " + row + ", x = " + x, row, sample, new double[] {x}, cause);
    }

    /**
     * Creates an exception for the baseline of a row.
     *
     * @param what says what happened, for example "the baseline is NaN"
     * @param row the index of the row
     * @param cause what the baseline threw, or null
     */
    public EvaluationException(String what, long row, Throwable cause) {
        this(what + " at row " + row, row, -1, new double[0], cause);
    }

    private EvaluationException(String message, long row, long sample, double[] x, Throwable cause) {
        super(message, cause);
        this.row = row;
        this.sample = sample;
        this.x = x;
    }

    /**
     * Returns the row of a {@link io.github.scorelane.ConditionalEstimator ConditionalEstimator} at which f failed.
     *
     * @return the index of the row, from 0; or −1 where there are no rows
     */
    public long row() {
        return row;
    }

    /**
     * Returns the sample at which f failed.
     *
     * @return the index of the sample, from 0, among all samples or those of the row; or −1 where the baseline of a row failed
     */
    public long sample() {
        return sample;
    }

    /**
     * Returns the point at which f failed.
     *
     * @return a copy of its coordinates; no coordinates where the baseline of a row failed
     */
    public double[] x() {
        return x.clone();
    }

    private static String show(double[] x) {
        if (x.length == 1) {
            return Double.toString(x[0]);
        }
        StringBuilder text = new StringBuilder("[");
        for (int d = 0; d < Math.min(x.length, SHOWN); d++) {
            text.append(d == 0 ? "" : ", ").append(x[d]);
        }
        return text.append(x.length > SHOWN ? ", … (" + x.length + " coordinates)]" : "]").toString();
    }
}
