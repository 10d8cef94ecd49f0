package io.github.scorelane.bench.peer;

/**
 * The leave-one-out estimate and its jackknife error, of the sums of φ = f − c and of one score s. With a = Σφ/n, b = Σs/n and
 * C = Σφs − aΣs: gradient C/(n−1), squared error n(Q − C²/n)/((n−1)(n−2)²), Q = Σ(φ−a)²(s−b)².
 */
final class LeaveOneOutFormula {
    private final double n;
    private final double sumF;
    private final double sumFF;

    LeaveOneOutFormula(double n, double sumF, double sumFF) {
        this.n = n;
        this.sumF = sumF;
        this.sumFF = sumFF;
    }

    double valueError() {
        return Math.sqrt((sumFF - sumF * sumF / n) / (n * (n - 1)));
    }

    double gradient(double sumS, double sumFS) {
        return (sumFS - sumF / n * sumS) / (n - 1);
    }

    double error(double sumS, double sumSS, double sumFS, double sumFSS, double sumFFS, double sumFFSS) {
        double a = sumF / n;
        double b = sumS / n;
        double c = sumFS - a * sumS;
        double q = sumFFSS - 2 * a * sumFSS + a * a * sumSS - 2 * b * (sumFFS - 2 * a * sumFS + a * a * sumS)
                + b * b * (sumFF - n * a * a);
        return Math.sqrt(n * (q - c * c / n) / ((n - 1) * (n - 2) * (n - 2)));
    }
}
