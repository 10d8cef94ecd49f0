package io.github.scorelane.engine.result;

import io.github.scorelane.distribution.HasFisherInformation;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.Capability;
import io.github.scorelane.engine.unit.Scale;
import java.util.Arrays;

/**
 * Natural gradient F⁻¹g of an outcome, with g its gradient and F the Fisher information of its distribution, and the standard
 * errors of F⁻¹g. F is solved block by block, where a block is a set of parameters that F connects; so a product of independent
 * coordinates never needs a matrix larger than that of one coordinate. Where F is singular, the solution of least norm is taken.
 */
public final class NaturalDirection {
    /** Most parameters of one matrix, which then has 128 MB. */
    private static final int MAX_PARAMETERS = 4096;

    private final Outcome outcome;
    private final double[] direction;
    private final double[] standardError;
    private boolean isSingular;
    private int unknownErrors;

    /**
     * Solves for the natural gradient.
     *
     * @param distribution the distribution of the samples, which has to know its Fisher information
     * @param outcome the gradient and its errors
     * @throws IllegalStateException if the Fisher information is not known, not finite, or too large
     */
    public NaturalDirection(MultivariateDistribution distribution, Outcome outcome) {
        this.outcome = outcome;
        int parameters = outcome.gradient().length;
        direction = new double[parameters];
        standardError = new double[parameters];
        ProductDistribution product = Capability.of(distribution, ProductDistribution.class);
        if (product != null) {
            for (int d = 0; d < product.dimension(); d++) {
                solveMarginal(product, d);
            }
        } else {
            int[] all = new int[parameters];
            Arrays.setAll(all, p -> p);
            solve(all, information(distribution, parameters));
        }
    }

    /**
     * Returns F⁻¹g.
     *
     * @return a component for each parameter
     */
    public double[] direction() {
        return direction;
    }

    /**
     * Returns the standard error of each component.
     *
     * @return an error for each parameter; NaN where it would need a covariance that the outcome does not have
     */
    public double[] standardError() {
        return standardError;
    }

    /**
     * Tells whether F is singular, so that the solution is the one of least norm.
     *
     * @return true if it is singular
     */
    public boolean isSingular() {
        return isSingular;
    }

    /**
     * Returns the number of standard errors that are NaN because they would need a covariance.
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
        HasFisherInformation known = Capability.of(distribution, HasFisherInformation.class);
        if (known == null) {
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

    /**
     * Solves for some parameters, block by block.
     *
     * @param places the indices of the parameters in the gradient
     * @param matrix their Fisher information, with a row for each place
     */
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

    /** Returns the standard errors of a block: the roots of the diagonal of F⁻¹CF⁻¹, with C the covariance of the gradient. */
    private double[] errors(SemidefiniteMatrix block, int[] places) {
        double[] errors = new double[places.length];
        if (outcome.covariance() == null) {
            unknownErrors += places.length;
            Arrays.fill(errors, Double.NaN);
            return errors;
        }
        // The unit of f, common to all rows, is left out until all is solved, so that the square of a tiny or huge error is a
        // number.
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

    /**
     * Finds the blocks of a symmetric matrix: the connected parts of the graph whose edges are the elements that are not 0.
     *
     * @return for each row, the first row of its block
     */
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
