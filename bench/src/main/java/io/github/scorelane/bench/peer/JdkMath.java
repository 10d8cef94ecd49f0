package io.github.scorelane.bench.peer;

/** The JDK's elementary functions: {@link Math}'s, which C2 knows by heart but does not vectorise, and {@link StrictMath}'s. */
public final class JdkMath {
    private JdkMath() {}

    /** y = ln x. */
    public static void log(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.log(x[i]);
        }
    }

    /** y = e^x. */
    public static void exp(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.exp(x[i]);
        }
    }

    /** y = ln x, to the same bits everywhere. */
    public static void strictLog(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = StrictMath.log(x[i]);
        }
    }

    /** y = e^x, to the same bits everywhere. */
    public static void strictExp(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = StrictMath.exp(x[i]);
        }
    }
}
