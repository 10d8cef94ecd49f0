package io.github.scorelane.function;

/**
 * The function whose gradient is estimated threw an exception, or returned a value that is not finite. Of several samples at
 * which it did, this is the one of the smallest index, however many threads there were; where there are rows, the first row's.
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    private final long row;
    private final long sample;
    private final double[] x;

    /**
     * An exception for a sample.
     *
     * @param what what f did, for example "f is NaN"
     * @param sample the index of the sample
     * @param x its coordinates
     * @param cause what f threw, or null
     */
    public EvaluationException(String what, long sample, double[] x, Throwable cause) {
        this(what + " at sample " + sample + ", x = " + show(x), -1, sample, x.clone(), cause);
    }

    /**
     * An exception for a sample of a row.
     *
     * @param what what f did, for example "f is NaN"
     * @param row the index of the row
     * @param sample the index of the sample among the row's own
     * @param x the number
     * @param cause what f threw, or null
     */
    public EvaluationException(String what, long row, long sample, double x, Throwable cause) {
        this(what + " at sample " + sample + " of row " + row + ", x = " + x, row, sample, new double[] {x}, cause);
    }

    /**
     * An exception for the baseline of a row.
     *
     * @param what what the baseline did, for example "the baseline is NaN"
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
     * Tells which row of a {@link io.github.scorelane.ConditionalEstimator} it was.
     *
     * @return its index, from 0; or −1 where there are no rows
     */
    public long row() {
        return row;
    }

    /**
     * Which sample it was, of all or of the row's.
     *
     * @return its index, from 0; or −1 where a row's baseline failed
     */
    public long sample() {
        return sample;
    }

    /**
     * The point at which f failed.
     *
     * @return its coordinates
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
