package io.github.scorelane.distribution;

/** The law of the Kumaraswamy distribution, which Commons Statistics does not have. */
final class KumaraswamyLaw {
    private KumaraswamyLaw() {}

    static Law of(double a, double b) {
        return new Law(
                x -> x <= 0 ? 0 : x >= 1 ? 1 : -Math.expm1(b * logRest(a, x)),
                x -> x <= 0 ? 1 : x >= 1 ? 0 : Math.exp(b * logRest(a, x)),
                p -> edge(Math.pow(-Math.expm1(Math.log1p(-p) / b), 1 / a)),
                q -> edge(Math.pow(-Math.expm1(Math.log(q) / b), 1 / a)),
                x -> Math.log(a * b) + (a - 1) * Math.log(x) + (b - 1) * logRest(a, x), false);
    }

    /** Returns x, or NaN near 1, where doubles are so sparse that rounding a cell's end would move its probability. */
    private static double edge(double x) {
        return x < 1 - 1e-8 ? x : Double.NaN;
    }

    private static double logRest(double a, double x) {
        double logPower = a * Math.log(x);
        return logPower < -0.7 ? Math.log1p(-Math.exp(logPower)) : Math.log(-Math.expm1(logPower));
    }
}
