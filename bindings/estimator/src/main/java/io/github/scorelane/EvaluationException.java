package io.github.scorelane;

/**
 * The function whose gradient is estimated threw an exception, or returned a value that is not finite. Of several samples at
 * which it did, this is the one of the smallest index, however many threads there were.
 */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

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
        super(what + " at sample " + sample + ", x = " + show(x), cause);
        this.sample = sample;
        this.x = x.clone();
    }

    /**
     * Which sample it was.
     *
     * @return its index, from 0
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
