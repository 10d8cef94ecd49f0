package io.github.scorelane.engine.result;

import io.github.scorelane.distribution.HasFisherInformation;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.unit.Scale;
import java.util.Arrays;

/**
 * F⁻¹g, with F the Fisher information of a distribution, and its standard errors: by blocks of parameters between which F has
 * nothing but zeros, so that of a product no matrix is made that is larger than a marginal's.
 */
public final class NaturalDirection {
    /** The most parameters of which a matrix is made. */
    private static final int MAX_PARAMETERS = 4096;

    private final Outcome outcome;
    private final double[] direction;
    private final double[] standardError;
    private boolean isSingular;
    private int unknownErrors;

    /**
     * Solves for it.
     *
     * @param distribution whose Fisher information is known
     * @param outcome the gradient, and its errors
     * @throws IllegalStateException if it is not known, not finite, or too large
     */
    public NaturalDirection(MultivariateDistribution distribution, Outcome outcome) {
        this.outcome = outcome;
        int parameters = outcome.gradient().length;
        direction = new double[parameters];
        standardError = new double[parameters];
        if (distribution instanceof ProductDistribution product) {
            for (int d = 0; d < product.dimension(); d++) {
                solveMarginal(product, d);
            }
        } else {
            int[] all = new int[parameters];
            Arrays.setAll(all, p -> p);
            solve(all, information(distribution instanceof UnivariateAsVector one ? one.distribution() : distribution, parameters));
        }
    }

    /**
     * F⁻¹g.
     *
     * @return a component for each parameter
     */
    public double[] direction() {
        return direction;
    }

    /**
     * The standard error of each component.
     *
     * @return NaN where it would need the covariance, and there is none
     */
    public double[] standardError() {
        return standardError;
    }

    /**
     * Whether the solution is that of least norm.
     *
     * @return whether F is singular
     */
    public boolean isSingular() {
        return isSingular;
    }

    /**
     * How many standard errors would need the covariance.
     *
     * @return the number
     */
    public int unknownErrors() {
        return unknownErrors;
    }

    private void solveMarginal(ProductDistribution product, int coordinate) {
        UnivariateDistribution marginal = product.marginal(coordinate);
        int[] places = new int[marginal.parameterNames().size()];
        Arrays.setAll(places, p -> product.parameterIndex(coordinate, p));
        if (places.length > 0) {
            solve(places, information(marginal, places.length));
        }
    }

    private static double[][] information(Object distribution, int parameters) {
        if (!(distribution instanceof HasFisherInformation known)) {
            throw new IllegalStateException("a natural gradient needs the Fisher information, and that of " + distribution
                    + " is not known (HasFisherInformation)");
        }
        if (parameters > MAX_PARAMETERS) {
            throw new IllegalStateException("number of parameters is above " + MAX_PARAMETERS
                    + ", too many for a matrix of their Fisher information: " + parameters);
        }
        double[][] matrix = known.fisherInformation();
        for (double[] row : matrix) {
            for (double element : row) {
                if (!Double.isFinite(element)) {
                    throw new IllegalStateException("the Fisher information of " + distribution + " is not finite: " + element);
                }
            }
        }
        return matrix;
    }

    /** Of parameters at these places, block by block. */
    private void solve(int[] places, double[][] matrix) {
        int[] blocks = blocks(matrix);
        int[] members = new int[places.length];
        for (int block = 0; block < places.length; block++) {
            int count = 0;
            for (int i = block; i < places.length; i++) {
                if (blocks[i] == block) {
                    members[count++] = i;
                }
            }
            if (count == 1) {
                divide(places[block], matrix[block][block]);
            } else if (count > 1) {
                solveBlock(places, Arrays.copyOf(members, count), matrix);
            }
        }
    }

    private void divide(int place, double information) {
        isSingular |= information == 0;
        direction[place] = information == 0 ? 0 : outcome.gradient()[place] / information;
        standardError[place] = information == 0 ? 0 : outcome.standardError()[place] / information;
    }

    private void solveBlock(int[] places, int[] members, double[][] matrix) {
        int count = members.length;
        SemidefiniteMatrix block = new SemidefiniteMatrix(part(matrix, members));
        isSingular |= block.rank() < count;
        int[] theirs = Arrays.stream(members).map(i -> places[i]).toArray();
        double[] solution = block.solve(Arrays.stream(theirs).mapToDouble(place -> outcome.gradient()[place]).toArray());
        double[] errors = errors(block, theirs);
        for (int i = 0; i < count; i++) {
            direction[theirs[i]] = solution[i];
            standardError[theirs[i]] = errors[i];
        }
    }

    /** The roots of the diagonal of F⁻¹CF⁻¹. */
    private double[] errors(SemidefiniteMatrix block, int[] places) {
        double[] errors = new double[places.length];
        if (outcome.covariance() == null) {
            unknownErrors += places.length;
            Arrays.fill(errors, Double.NaN);
            return errors;
        }
        // The unit of f is left out until all is solved, so that a square of a tiny or a huge error is a number.
        int unit = outcome.unit(outcome.gradient().length);
        double[][] columns = part(outcome.covariance(), places);
        for (int i = 0; outcome.units() != null && i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                columns[i][j] = Math.scalb(columns[i][j], outcome.unit(places[i]) + outcome.unit(places[j]) - 2 * unit);
            }
        }
        for (int i = 0; i < places.length; i++) {
            columns[i] = block.solve(columns[i]);
        }
        double[] row = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                row[j] = columns[j][i];
            }
            double variance = block.solve(row)[i];
            errors[i] = Scale.error(Math.sqrt(variance < 0 ? 0 : variance), unit);
        }
        return errors;
    }

    private static double[][] part(double[][] matrix, int[] places) {
        double[][] part = new double[places.length][places.length];
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < places.length; j++) {
                part[i][j] = matrix[places[i]][places[j]];
            }
        }
        return part;
    }

    /** For each row the first that it is connected to by elements that are not 0. */
    private static int[] blocks(double[][] matrix) {
        int[] blocks = new int[matrix.length];
        Arrays.fill(blocks, -1);
        int[] found = new int[matrix.length];
        for (int first = 0; first < matrix.length; first++) {
            if (blocks[first] >= 0) {
                continue;
            }
            blocks[first] = first;
            found[0] = first;
            for (int done = 0, count = 1; done < count; done++) {
                double[] row = matrix[found[done]];
                for (int i = first + 1; i < row.length; i++) {
                    if (blocks[i] < 0 && row[i] != 0) {
                        blocks[i] = first;
                        found[count++] = i;
                    }
                }
            }
        }
        return blocks;
    }
}
