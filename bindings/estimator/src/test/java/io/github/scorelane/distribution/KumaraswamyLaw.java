package io.github.scorelane.distribution;

/** The Kumaraswamy distribution, which Commons Statistics has not. */
final class KumaraswamyLaw {
    private KumaraswamyLaw() {}

    static Law of(double a, double b) {
        return new Law(
                x -> x <= 0 ? 0 : x >= 1 ? 1 : -Math.expm1(b * Math.log1p(-Math.pow(x, a))),
                x -> x <= 0 ? 1 : x >= 1 ? 0 : Math.exp(b * logRest(a, x)),
                p -> Math.pow(-Math.expm1(Math.log1p(-p) / b), 1 / a),
                q -> Math.pow(-Math.expm1(Math.log(q) / b), 1 / a),
                x -> Math.log(a * b) + (a - 1) * Math.log(x) + (b - 1) * logRest(a, x), false);
    }

    private static double logRest(double a, double x) {
        return Math.log(-Math.expm1(a * Math.log(x)));
    }
}
