package io.github.scorelane.check;

import io.github.scorelane.distribution.HasLogisticForm;
import java.util.Arrays;

/**
 * The check that the logistic form of a distribution is a valid one: x(v) increases, v(x) is its inverse, and the slope that
 * comes with x(v) is its derivative. Each is judged only as far as the points x, which are rounded, determine it.
 */
final class LogisticFormCheck {
    private static final int LARGEST_V = 20;
    private static final int POINTS_PER_UNIT = 4;
    /**
     * The step of the differences. It is short, so that differences are accurate, and a power of two, so that v + h is exact.
     */
    private static final double STEP = 0x1p-8;
    /** The shifts of v of which differences of x(v) are taken. */
    private static final double[] SHIFTS = {0, STEP, -STEP, 2 * STEP, -2 * STEP};
    /**
     * The error of x, in units in the last place, that a map may make. A map that takes the exponential of ln x multiplies
     * the relative error of ln x by up to 745.
     */
    private static final double ROUNDINGS = 512;
    /** The most that one rounding of x may move v for a point to be judged. */
    private static final double FINEST = 0x1p-10;
    private static final double TOLERANCE = 1e-6;
    /** The error of tanh(v/2) that {@code toLogistic} may have. */
    private static final double TOLERANCE_OF_TANH = 0x1p-44;

    private final Subject subject;
    private final Findings findings;

    LogisticFormCheck(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
    }

    void run() {
        if (subject.given() instanceof HasLogisticForm form) {
            judge(form);
        }
    }

    private void judge(HasLogisticForm form) {
        int degree = form.polynomialDegree();
        if (degree < 0 || degree > 4) {
            findings.add("polynomialDegree is not between 0 and 4: " + degree);
        }
        double[] v = points();
        double[][] x = new double[SHIFTS.length][v.length];
        double[] logSlopes = new double[v.length];
        for (int k = SHIFTS.length - 1; k >= 0; k--) {
            double shift = SHIFTS[k];
            double[] shifted = Arrays.stream(v).map(number -> number + shift).toArray();
            form.fromLogistic(shifted, x[k], logSlopes, 0, v.length);
        }
        double[] slopes = Arrays.stream(logSlopes).map(Math::exp).toArray();
        // The inverse is judged last, as the slope, which has to be right for that, tells how well x determines v.
        if (increases(v, x[0], slopes) && slopesAgree(v, x, slopes)) {
            double[] back = new double[v.length];
            form.toLogistic(x[0], back, 0, v.length);
            judgeInverse(v, x[0], slopes, back);
        }
    }

    /** Returns the points v, none of which is near 0, where maps may have a kink. */
    private static double[] points() {
        double[] v = new double[2 * LARGEST_V * POINTS_PER_UNIT];
        Arrays.setAll(v, j -> (j + 0.5) / POINTS_PER_UNIT - LARGEST_V);
        return v;
    }

    /** Tells whether a point is a double that determines v. */
    private static boolean isFine(double x, double slope) {
        // A map may replace a subnormal point by the least normal number, so that one is not judged.
        return Math.abs(x) > Double.MIN_NORMAL && Math.ulp(x) < FINEST * slope && slope < Double.POSITIVE_INFINITY;
    }

    /**
     * Tells whether the points increase with v. Those of an angle may jump once from the largest angle to the smallest, on
     * their way around the circle.
     */
    private boolean increases(double[] v, double[] x, double[] slopes) {
        boolean turned = false;
        for (int j = 0; j < v.length; j++) {
            if (Double.isNaN(x[j]) || Double.isNaN(slopes[j])) {
                findings.add("fromLogistic of v = " + v[j] + " is x = " + x[j] + " with a slope of " + slopes[j]);
                return false;
            }
            if (j > 0 && x[j] < x[j - 1] && !turned && x[j] < x[0] && x[x.length - 1] < x[0]) {
                turned = true;
            } else if (j > 0 && (x[j] < x[j - 1] || x[j] == x[j - 1] && isFine(x[j], slopes[j]))) {
                findings.add("fromLogistic does not increase: of v = " + v[j - 1] + " it is " + x[j - 1] + ", and of v = " + v[j]
                        + " it is " + x[j]);
                return false;
            }
        }
        return true;
    }

    private boolean slopesAgree(double[] v, double[][] x, double[] slopes) {
        for (int j = 0; j < v.length; j++) {
            double near = (x[1][j] - x[2][j]) / (2 * STEP);
            double far = (x[3][j] - x[4][j]) / (4 * STEP);
            double slope = near + (near - far) / 3;
            double error = TOLERANCE * slopes[j] + Math.abs(slope - near) + rounding(x[0], j) / STEP;
            boolean turns = x[3][j] < x[4][j];
            if (!turns && isFine(x[0][j], slopes[j]) && Math.abs(slope - slopes[j]) > error) {
                findings.add("fromLogistic has a slope of " + Findings.estimate(slopes[j]) + " at v = " + v[j]
                        + ", but differences of x(v) say " + Findings.estimate(slope));
                return false;
            }
        }
        return true;
    }

    private void judgeInverse(double[] v, double[] x, double[] slopes, double[] back) {
        for (int j = 0; j < v.length; j++) {
            double cosh = Math.cosh(v[j] / 2);
            double error = 2 * cosh * cosh * TOLERANCE_OF_TANH + rounding(x, j) / slopes[j];
            if (isFine(x[j], slopes[j]) && !(Math.abs(back[j] - v[j]) <= error)) {
                findings.add("toLogistic of x = " + x[j] + " is " + back[j] + ", but x is what fromLogistic makes of " + v[j]);
                return;
            }
        }
    }

    /**
     * Returns the error of a point. A small point may be a difference of numbers as large as the point in the middle, whose
     * rounding it then has.
     */
    private static double rounding(double[] x, int j) {
        return ROUNDINGS * Math.ulp(Math.max(Math.abs(x[j]), Math.abs(x[x.length / 2])));
    }
}
