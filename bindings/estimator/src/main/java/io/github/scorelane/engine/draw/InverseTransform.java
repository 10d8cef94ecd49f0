package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.HasInverseCdf;
import io.github.scorelane.distribution.HasQuantileStatistics;
import io.github.scorelane.distribution.HasStandardNormalForm;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.sequence.BrownianBridge;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Map from uniform numbers, one for each coordinate, to samples of a distribution. Independent coordinates are the quantiles of
 * their numbers. A multivariate normal distribution, or a path by a Brownian bridge, is made of standard normal numbers instead.
 */
public abstract class InverseTransform implements Serializable {
    private InverseTransform() {}

    /** Creates the map for a distribution, and refuses a distribution whose samples cannot be made of uniform numbers. */
    public static InverseTransform of(MultivariateDistribution distribution, boolean bridge) {
        BrownianBridge path = bridge ? BrownianBridge.of(distribution.dimension()) : null;
        HasStandardNormalForm form = Capability.of(distribution, HasStandardNormalForm.class);
        if (form != null) {
            return new OfNormals(form, path);
        }
        UnivariateDistribution[] marginals = marginals(distribution);
        return bridge ? new Bridged(normals(marginals), path) : new Quantiles(marginals);
    }

    private static UnivariateDistribution[] marginals(MultivariateDistribution distribution) {
        UnivariateDistribution number = Capability.of(distribution, UnivariateDistribution.class);
        if (number != null) {
            return new UnivariateDistribution[] {Capability.constrained(number)};
        }
        ProductDistribution product = Capability.of(distribution, ProductDistribution.class);
        if (product == null) {
            throw new IllegalArgumentException("sampling plan needs independent coordinates with inverse CDFs, or a"
                    + " multivariate normal distribution, and there is neither in " + distribution
                    + ": use SamplingPlan.independent()");
        }
        UnivariateDistribution[] marginals = new UnivariateDistribution[product.dimension()];
        for (int d = 0; d < marginals.length; d++) {
            marginals[d] = Capability.constrained(product.marginal(d));
        }
        return marginals;
    }

    private static HasInverseCdf[] invertible(UnivariateDistribution[] marginals) {
        HasInverseCdf[] invertible = new HasInverseCdf[marginals.length];
        for (int d = 0; d < marginals.length; d++) {
            HasInverseCdf inverse = Capability.of(marginals[d], HasInverseCdf.class);
            if (inverse == null) {
                throw new IllegalArgumentException("sampling plan needs the inverse CDF of each coordinate, and that of coordinate "
                        + d + " has none, " + marginals[d] + ": use SamplingPlan.independent()");
            }
            if (marginals[d].statistics() > 0 && Capability.of(inverse, HasQuantileStatistics.class) == null) {
                throw new IllegalArgumentException("sampling plan would lose the statistics of which scores are made, as"
                        + " coordinate " + d + " is not HasQuantileStatistics, " + marginals[d]
                        + ": use SamplingPlan.independent()");
            }
            invertible[d] = inverse;
        }
        return invertible;
    }

    private static Normal[] normals(UnivariateDistribution[] marginals) {
        Normal[] normals = new Normal[marginals.length];
        for (int d = 0; d < marginals.length; d++) {
            Normal normal = Capability.of(marginals[d], Normal.class);
            if (normal == null) {
                throw new IllegalArgumentException("Brownian bridge needs normal coordinates, unlike coordinate " + d + ", "
                        + marginals[d] + ": leave withBrownianBridge() out");
            }
            normals[d] = normal;
        }
        return normals;
    }

    /**
     * Returns the column that coordinate d of a point is written to: d, unless a bridge spends the first ones on the largest steps.
     */
    public int column(int d) {
        return d;
    }

    /** Turns uniform numbers, from place 0 on, into samples with the statistics that the distribution's own draws carry. */
    public abstract void draw(double[][] x, double[][] statistics, int length);

    /** Independent coordinates, each of which is the quantile of its uniform number. */
    private static final class Quantiles extends InverseTransform {
        private final HasInverseCdf[] marginals;
        /** The index at which each coordinate's statistics begin, and one more, at which all end. */
        private final int[] starts;

        Quantiles(UnivariateDistribution[] marginals) {
            this.marginals = invertible(marginals);
            starts = new int[marginals.length + 1];
            for (int d = 0; d < marginals.length; d++) {
                starts[d + 1] = starts[d] + marginals[d].statistics();
            }
        }

        @Override
        public void draw(double[][] x, double[][] statistics, int length) {
            for (int d = 0; d < x.length; d++) {
                if (starts[d] == starts[d + 1]) {
                    marginals[d].inverseCdf(x[d], 0, x[d], 0, length);
                } else {
                    double[][] own = Arrays.copyOfRange(statistics, starts[d], starts[d + 1]);
                    ((HasQuantileStatistics) marginals[d]).inverseCdf(x[d], own, 0, length);
                }
            }
        }
    }

    /** Independent normal coordinates that are the steps of a path, which a Brownian bridge makes. */
    private static final class Bridged extends InverseTransform {
        private final double[] means;
        private final double[] standardDeviations;
        private final BrownianBridge path;

        Bridged(Normal[] normals, BrownianBridge path) {
            this.path = path;
            means = new double[normals.length];
            standardDeviations = new double[normals.length];
            for (int d = 0; d < normals.length; d++) {
                double[] parameters = normals[d].parameters();
                means[d] = parameters[0];
                standardDeviations[d] = parameters[1];
            }
        }

        @Override
        public int column(int d) {
            return path.column(d);
        }

        @Override
        public void draw(double[][] x, double[][] statistics, int length) {
            standardNormals(x, length);
            path.toIncrements(x, 0, length);
            for (int d = 0; d < x.length; d++) {
                double[] column = x[d];
                double mean = means[d];
                double standardDeviation = standardDeviations[d];
                for (int s = 0; s < length; s++) {
                    column[s] = Fma.fma(standardDeviation, column[s], mean);
                }
            }
        }
    }

    /** Samples that a distribution makes of standard normal numbers. */
    private static final class OfNormals extends InverseTransform {
        private final HasStandardNormalForm form;
        /** The bridge by which the normal numbers become steps of a path; null if none is wanted. */
        private final BrownianBridge path;

        OfNormals(HasStandardNormalForm form, BrownianBridge path) {
            this.form = form;
            this.path = path;
        }

        @Override
        public int column(int d) {
            return path == null ? d : path.column(d);
        }

        @Override
        public void draw(double[][] x, double[][] statistics, int length) {
            standardNormals(x, length);
            if (path != null) {
                path.toIncrements(x, 0, length);
            }
            form.fromStandardNormal(x, statistics, 0, length);
        }
    }

    private static void standardNormals(double[][] x, int length) {
        for (double[] column : x) {
            Probit.probit(column, 0, column, 0, length);
        }
    }
}
