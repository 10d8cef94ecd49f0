package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import java.util.Arrays;

/**
 * Polynomials p₁, p₂, … of a random number t of mean 0 and variance 1, each of mean 0 and variance 1 and uncorrelated. With p₀ = 1,
 *
 * <pre>
 *     √β_{k+1} p_{k+1} = (t − α_k) p_k − √β_k p_{k−1}
 * </pre>
 *
 * <p>Immutable.
 */
public final class OrthonormalPolynomials {
    /** The highest degree that is of use. */
    public static final int MAX_DEGREE = 4;

    /** Of Hermite: those of a normal number. */
    static final OrthonormalPolynomials HERMITE = ofQuadraticVariance(MAX_DEGREE, 0, 0);

    /** None at all. */
    static final OrthonormalPolynomials NONE = ofQuadraticVariance(0, 0, 0);

    private final double[] alpha;
    private final double[] root;

    private OrthonormalPolynomials(double[] alpha, double[] beta) {
        this.alpha = alpha;
        root = new double[beta.length];
        Arrays.setAll(root, k -> Math.sqrt(beta[k]));
    }

    /**
     * Those of a recurrence.
     *
     * @param alpha α₀, which is 0, α₁, …; as many as the degree, at most {@value #MAX_DEGREE}
     * @param beta β₁, which is 1, β₂, …; as many, all positive
     * @return the polynomials
     * @throws IllegalArgumentException if the numbers of α and β differ or are above {@value #MAX_DEGREE}, or a number is out of
     *     range
     */
    public static OrthonormalPolynomials of(double[] alpha, double[] beta) {
        if (alpha.length != beta.length || alpha.length > MAX_DEGREE) {
            throw new IllegalArgumentException("numbers of alpha and beta differ, or are above " + MAX_DEGREE + ": " + alpha.length
                    + " and " + beta.length);
        }
        if (alpha.length > 0 && !(alpha[0] == 0 && beta[0] == 1)) {
            throw new IllegalArgumentException("the first alpha and beta are not 0 and 1, of a number of mean 0 and variance 1: "
                    + alpha[0] + " and " + beta[0]);
        }
        for (int k = 0; k < alpha.length; k++) {
            Parameters.requireFinite("alpha", alpha[k]);
            if (!(beta[k] > 0 && beta[k] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("beta is not strictly positive and finite: " + beta[k]);
            }
        }
        return new OrthonormalPolynomials(alpha.clone(), beta.clone());
    }

    /**
     * Those of a distribution whose variance is at most quadratic in its mean, V(m): of Hermite for the normal, of Laguerre for the
     * gamma, of Charlier for the Poisson, of Krawtchouk for the binomial and of Meixner for the negative binomial distribution.
     * α_k = kV′/√V, which is k times the skewness, and β_k = k(1 + (k − 1)V″/2).
     *
     * <p>Source: C. N. Morris, <i>Natural exponential families with quadratic variance functions</i>, 1982.
     *
     * @param degree the highest, at most {@value #MAX_DEGREE}, and below the number of values that t may have; it is lowered to
     *     where all α and β are finite
     * @param skewness V′(m)/√V(m)
     * @param curvature V″(m)/2
     * @return the polynomials
     * @throws IllegalArgumentException if the degree is out of range, or a β is not positive
     */
    public static OrthonormalPolynomials ofQuadraticVariance(int degree, double skewness, double curvature) {
        if (degree < 0 || degree > MAX_DEGREE) {
            throw new IllegalArgumentException("degree is not between 0 and " + MAX_DEGREE + ": " + degree);
        }
        double[] alpha = new double[degree];
        double[] beta = new double[degree];
        int finite = 0;
        for (int k = 0; k < degree; k++) {
            alpha[k] = k == 0 ? 0 : k * skewness;
            beta[k] = k == 0 ? 1 : (k + 1) * Math.fma(k, curvature, 1);
            finite += finite == k && Double.isFinite(alpha[k]) && Double.isFinite(beta[k]) ? 1 : 0;
        }
        return of(Arrays.copyOf(alpha, finite), Arrays.copyOf(beta, finite));
    }

    /**
     * How many there are.
     *
     * @return the highest degree
     */
    public int degree() {
        return alpha.length;
    }

    /**
     * Evaluates them.
     *
     * @param t points
     * @param polynomials where the values go: a row for each degree, the first for degree 1, which may be t itself
     * @param offset where all begin in their arrays
     * @param length how many points
     * @throws IllegalArgumentException if there is not a row for each degree, or the range does not lie inside an array
     */
    public void evaluate(double[] t, double[][] polynomials, int offset, int length) {
        ArrayRange.check("t", t.length, offset, length);
        Family.requireRows("polynomials", polynomials, degree(), offset, length);
        if (degree() == MAX_DEGREE) {
            copy(t, polynomials[0], offset, length);
            all(t, polynomials[1], polynomials[2], polynomials[3], offset, length);
            return;
        }
        for (int k = 0; k < degree(); k++) {
            double scale = 1 / root[k];
            if (k == 0) {
                copy(t, polynomials[0], offset, length);
            } else if (k == 1) {
                second(t, alpha[1], scale, polynomials[0], polynomials[1], offset, length);
            } else {
                next(t, alpha[k], scale, root[k - 1] * scale, polynomials[k - 2], polynomials[k - 1], polynomials[k], offset,
                        length);
            }
        }
    }

    /**
     * Coefficients of a sum Σκ_k p_k by powers of t.
     *
     * @param kappa κ₁, κ₂, …, as many as the degree or more, from a place on
     * @param offset the place
     * @return {@value #MAX_DEGREE} + 1 coefficients, that of t⁰ first
     */
    public double[] combination(double[] kappa, int offset) {
        double[] sum = new double[MAX_DEGREE + 1];
        double[] before = new double[MAX_DEGREE + 1];
        double[] p = new double[MAX_DEGREE + 1];
        p[0] = 1;
        for (int k = 0; k < degree(); k++) {
            double[] next = new double[MAX_DEGREE + 1];
            for (int i = 0; i <= MAX_DEGREE; i++) {
                double timesT = i == 0 ? 0 : p[i - 1];
                next[i] = (timesT - alpha[k] * p[i] - (k == 0 ? 0 : root[k - 1]) * before[i]) / root[k];
                sum[i] = Math.fma(kappa[offset + k], next[i], sum[i]);
            }
            before = p;
            p = next;
        }
        return sum;
    }

    private static void copy(double[] t, double[] first, int offset, int length) {
        if (first != t) {
            System.arraycopy(t, offset, first, offset, length);
        }
    }

    /** In one pass, to the same bits as one after the other. */
    private void all(double[] t, double[] second, double[] third, double[] fourth, int offset, int length) {
        double scale1 = 1 / root[1];
        double scale2 = 1 / root[2];
        double scale3 = 1 / root[3];
        evaluate(t, alpha[1], scale1, alpha[2], scale2, root[1] * scale2, alpha[3], scale3, root[2] * scale3, second, third,
                fourth, offset, length);
    }

    private static void evaluate(double[] t, double shift1, double scale1, double shift2, double scale2, double back2,
            double shift3, double scale3, double back3, double[] second, double[] third, double[] fourth, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double p2 = Math.fma((t[i] - shift1) * scale1, t[i], -scale1);
            double p3 = Math.fma((t[i] - shift2) * scale2, p2, -back2 * t[i]);
            second[i] = p2;
            third[i] = p3;
            fourth[i] = Math.fma((t[i] - shift3) * scale3, p3, -back3 * p2);
        }
    }

    private static void second(double[] t, double shift, double scale, double[] first, double[] p, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            p[i] = Math.fma((t[i] - shift) * scale, first[i], -scale);
        }
    }

    private static void next(double[] t, double shift, double scale, double back, double[] twoBefore, double[] before, double[] p,
            int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            p[i] = Math.fma((t[i] - shift) * scale, before[i], -back * twoBefore[i]);
        }
    }
}
