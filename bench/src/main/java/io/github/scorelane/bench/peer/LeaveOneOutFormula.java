package io.github.scorelane.bench.peer;

/**
 * The leave-one-out estimate and its jackknife error, of the sums of φ = f − c and of one score s. With a = Σφ/n, b = Σs/n and
 * C = Σφs − aΣs: gradient C/(n−1), squared error n(Q − C²/n)/((n−1)(n−2)²), Q = Σ(φ−a)²(s−b)².
 */
public final class LeaveOneOutFormula {
    private final double n;
    private final double sumF;
    private final double sumFF;

    /** The formula of n samples. */
    public LeaveOneOutFormula(double n, double sumF, double sumFF) {
        this.n = n;
        this.sumF = sumF;
        this.sumFF = sumFF;
    }

    /** The standard error of the mean of f. */
    public double valueError() {
        return Math.sqrt((sumFF - sumF * sumF / n) / (n * (n - 1)));
    }

    /** One component. */
    public double gradient(double sumS, double sumFS) {
        return (sumFS - sumF / n * sumS) / (n - 1);
    }

    /** Its standard error. */
    public double error(double sumS, double sumSS, double sumFS, double sumFSS, double sumFFS, double sumFFSS) {
        double a = sumF / n;
        double b = sumS / n;
        double c = sumFS - a * sumS;
        double q = sumFFSS - 2 * a * sumFSS + a * a * sumSS - 2 * b * (sumFFS - 2 * a * sumFS + a * a * sumS)
                + b * b * (sumFF - n * a * a);
        return Math.sqrt(n * (q - c * c / n) / ((n - 1) * (n - 2) * (n - 2)));
    }
}
