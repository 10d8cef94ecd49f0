package io.github.scorelane.engine.baseline;

/**
 * Regression that finds the constant β which makes the sample variance of (f − β)s least: it is the slope of the regression of φs
 * on the score s and 1, over n samples or groups of samples. Without the 1, β would also depend on the estimate Σφs/n itself, of
 * which nothing can be subtracted: that costs variance where n is small, and decides all where s is a mean over a set of points
 * that spreads evenly, for such means of s are far smaller than those of φs. If f takes two values, φs is a line in s wherever s
 * takes two values, and nothing is left.
 *
 * <pre>
 *     β = (Σφs² − ΣφsΣs/n)/(Σs² − (Σs)²/n)
 * </pre>
 *
 * <p>Scores that lie close to each other, and far from 0, would make the slope as steep as two neighbouring values of f allow: its
 * mean need not exist. The denominator is therefore {@value #LEAST} of Σs² at least, and what is then divided by it is the
 * difference from Σφs²/Σs², so that a constant that is added to f is added to β.
 *
 * <p>Source: A. B. Owen, <i>Monte Carlo theory, methods and examples</i>, 2013, section 8.9.
 */
final class ScoreRegression {
    /** Part of Σs² that (Σs)²/n leaves, below which scores are called alike. */
    private static final double LEAST = 0x1p-6;

    private ScoreRegression() {}

    /**
     * Finds the constant.
     *
     * @param n the number of samples or groups
     * @param s Σs
     * @param ss Σs²
     * @param fs Σφs
     * @param fss Σφs²
     * @return β; NaN where Σs² is 0 and no constant changes anything
     */
    public static double slope(double n, double s, double ss, double fs, double fss) {
        double mean = s / n;
        double left = ss - mean * s;
        if (left >= LEAST * ss) {
            return (fss - mean * fs) / left;
        }
        double ratio = fss / ss;
        return ratio - mean * (fs - ratio * s) / (LEAST * ss);
    }
}
