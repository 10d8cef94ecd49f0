package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.HasHessian;
import io.github.scorelane.distribution.HasHessianRanges;
import io.github.scorelane.distribution.HasVectorHessian;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.Capability;
import java.io.Serializable;

/** Source of the second derivatives of a log density, whether the distribution is of vectors or of one number. */
interface SecondDerivatives extends Serializable {
    /** Writes the second derivatives for some of the pairs of parameters, as {@link HasVectorHessian#hessianLogPdf} says. */
    void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int length);

    /** Returns the source for a distribution, which reads the statistics of the samples, and refuses one that has none. */
    static SecondDerivatives of(MultivariateDistribution distribution) {
        UnivariateDistribution number = Capability.of(distribution, UnivariateDistribution.class);
        if (number != null) {
            return ofNumbers(number);
        }
        HasVectorHessian known = Capability.of(distribution, HasVectorHessian.class);
        if (known == null) {
            throw refused(distribution + " has none (HasVectorHessian)");
        }
        known.hessianRefusal().ifPresent(reason -> {
            throw refused(reason);
        });
        return (x, statistics, firstPair, hessian, length) -> known.hessianLogPdf(x, statistics, firstPair, hessian, 0, length);
    }

    private static SecondDerivatives ofNumbers(UnivariateDistribution distribution) {
        HasHessianRanges ranges = Capability.of(distribution, HasHessianRanges.class);
        if (ranges != null) {
            return (x, statistics, firstPair, hessian, length) -> ranges.hessianLogPdf(x[0], firstPair, hessian, 0, length);
        }
        HasHessian all = Capability.of(distribution, HasHessian.class);
        if (all != null) {
            return (x, statistics, firstPair, hessian, length) -> all.hessianLogPdf(x[0], statistics, hessian, 0, length);
        }
        throw refused(distribution + " has none (HasHessian)");
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("a Hessian needs second derivatives of the log density, and " + reason
                + ". They are not taken by differences, which are biased; where the score has jumps there are none, as of Laplace's"
                + " by its location. Differences of gradients of one seed estimate the Hessian, with that bias");
    }
}
