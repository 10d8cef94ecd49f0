package io.github.scorelane.bench.peer;

/** The JDK's fused multiply-add, which is made of big decimals where the hardware has none. */
public final class JdkFma {
    private JdkFma() {}

    /** y = ax + b. */
    public static void fma(double[] a, double[] x, double[] b, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(a[i], x[i], b[i]);
        }
    }
}
