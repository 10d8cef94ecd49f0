package io.github.scorelane.engine;

import io.github.scorelane.distribution.HasScorePolynomials;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.OrthonormalPolynomials;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.util.Arrays;

/** The orthonormal polynomials of a component's own coordinate. */
final class PolynomialControls implements Controls {
    /** The most parameters of a distribution that has them: where there are many, those of one coordinate tell little. */
    private static final int MAX_PARAMETERS = 64;
    private static final int DEGREE = OrthonormalPolynomials.MAX_DEGREE;
    /** The row of a coordinate that has t, which is the first polynomial; the others have the others. */
    private static final int T = 0;
    private static final int ROWS = DEGREE;

    private final HasScorePolynomials[] marginals;
    private final OrthonormalPolynomials[] polynomials;
    /** Of each parameter, and the first parameter of each. */
    private final int[] coordinates;
    private final int[] firsts;

    private PolynomialControls(HasScorePolynomials[] marginals, OrthonormalPolynomials[] polynomials, int[] coordinates) {
        this.marginals = marginals;
        this.polynomials = polynomials;
        this.coordinates = coordinates;
        firsts = firsts(coordinates, marginals.length);
    }

    private static int[] firsts(int[] coordinates, int dimension) {
        int[] firsts = new int[dimension];
        for (int p = coordinates.length - 1; p >= 0; p--) {
            firsts[coordinates[p]] = p;
        }
        return firsts;
    }

    private PolynomialControls(UnivariateDistribution[] marginals, int[] coordinates) {
        this.marginals = new HasScorePolynomials[marginals.length];
        this.coordinates = coordinates;
        firsts = firsts(coordinates, marginals.length);
        polynomials = new OrthonormalPolynomials[marginals.length];
        for (int d = 0; d < marginals.length; d++) {
            if (marginals[d] instanceof HasScorePolynomials has) {
                this.marginals[d] = has;
                polynomials[d] = has.scorePolynomials();
            }
        }
    }

    /** Those of a distribution; null if it has none, or too many parameters. */
    static PolynomialControls of(MultivariateDistribution distribution, int parameters) {
        if (parameters > MAX_PARAMETERS) {
            return null;
        }
        if (distribution instanceof SecondOrder second) {
            PolynomialControls first = of(second.distribution(), second.distribution().parameterNames().size());
            return first == null ? null : first.ofPairs(parameters);
        }
        PolynomialControls controls = null;
        if (distribution instanceof OneColumn one) {
            controls = new PolynomialControls(new UnivariateDistribution[] {one.distribution()}, new int[parameters]);
        } else if (distribution instanceof ProductDistribution product) {
            controls = of(product, parameters);
        }
        return controls != null && controls.isOfUse() ? controls : null;
    }

    private static PolynomialControls of(ProductDistribution product, int parameters) {
        UnivariateDistribution[] marginals = new UnivariateDistribution[product.dimension()];
        int[] coordinates = new int[parameters];
        for (int d = 0; d < marginals.length; d++) {
            marginals[d] = product.marginal(d);
            int count = marginals[d].parameterNames().size();
            for (int p = 0; p < count; p++) {
                coordinates[product.parameterIndex(d, p)] = d;
            }
        }
        return new PolynomialControls(marginals, coordinates);
    }

    /** A pair of parameters has the controls of the second. */
    private PolynomialControls ofPairs(int rows) {
        int[] all = Arrays.copyOf(coordinates, rows);
        for (int j = 0; j < coordinates.length; j++) {
            for (int i = 0; i <= j; i++) {
                all[SecondOrder.place(coordinates.length, i, j)] = coordinates[j];
            }
        }
        return new PolynomialControls(marginals, polynomials, all);
    }

    /** One of degree 1 is a score, or of no more use: a baseline does its work. */
    private boolean isOfUse() {
        for (OrthonormalPolynomials ofOne : polynomials) {
            if (ofOne != null && ofOne.degree() > 1) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int count() {
        return DEGREE;
    }

    @Override
    public int shared() {
        return DEGREE;
    }

    @Override
    public int first(int parameter) {
        return firsts[coordinates[parameter]];
    }

    @Override
    public int rows() {
        return marginals.length * ROWS;
    }

    @Override
    public void read(double[][] x, int n, double[][] rows) {
        for (int d = 0; d < marginals.length; d++) {
            if (marginals[d] != null) {
                marginals[d].standardise(x[d], rows[d * ROWS + T], 0, n);
            }
        }
    }

    @Override
    public void evaluate(int n, double[][] rows) {
        for (int d = 0; d < marginals.length; d++) {
            int degree = polynomials[d] == null ? 0 : polynomials[d].degree();
            if (degree > 0) {
                polynomials[d].evaluate(rows[d * ROWS + T], Arrays.copyOfRange(rows, d * ROWS, d * ROWS + degree), 0, n);
            }
            // Least squares make nothing of zeros.
            for (int k = degree; k < DEGREE; k++) {
                Arrays.fill(rows[d * ROWS + k], 0, n, 0.0);
            }
        }
    }

    @Override
    public double[] values(int parameter, int control, double[] score, int n, double[][] rows) {
        return rows[coordinates[parameter] * ROWS + control];
    }

    @Override
    public double[] coefficients(int parameter, double[] kappa) {
        OrthonormalPolynomials own = polynomials[coordinates[parameter]];
        return own == null ? new double[DEGREE + 1] : own.combination(kappa, 1);
    }

    @Override
    public double[] argument(int parameter, double[][] rows) {
        return rows[coordinates[parameter] * ROWS + T];
    }

    @Override
    public void predict(int parameter, double[] c, double[] score, int n, double[][] rows, double[] predicted) {
        horner(rows[coordinates[parameter] * ROWS + T], c[0], c[1], c[2], c[3], c[4], predicted, n);
    }

    private static void horner(double[] t, double c0, double c1, double c2, double c3, double c4, double[] predicted, int n) {
        for (int i = 0; i < n; i++) {
            predicted[i] = Math.fma(Math.fma(Math.fma(Math.fma(c4, t[i], c3), t[i], c2), t[i], c1), t[i], c0);
        }
    }
}
