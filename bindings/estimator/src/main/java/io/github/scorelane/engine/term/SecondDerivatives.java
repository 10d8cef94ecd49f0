package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.HasHessian;
import io.github.scorelane.distribution.HasHessianRanges;
import io.github.scorelane.distribution.HasVectorHessian;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;

/** Where the second derivatives of a log density come from. */
public interface SecondDerivatives {
    /** Of some of the pairs, as {@link HasVectorHessian#hessianLogPdf} says. */
    void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length);

    /** Those of a distribution, with statistics. */
    static SecondDerivatives of(MultivariateDistribution distribution) {
        if (distribution instanceof UnivariateAsVector one) {
            return ofNumbers(one.distribution());
        }
        if (!(distribution instanceof HasVectorHessian known)) {
            throw refused(distribution + " has none (HasVectorHessian)");
        }
        known.hessianRefusal().ifPresent(reason -> {
            throw refused(reason);
        });
        return known::hessianLogPdf;
    }

    private static SecondDerivatives ofNumbers(Object distribution) {
        if (distribution instanceof HasHessianRanges known) {
            return (x, statistics, firstPair, hessian, offset, length) ->
                    known.hessianLogPdf(x[0], firstPair, hessian, offset, length);
        }
        if (distribution instanceof HasHessian known) {
            return (x, statistics, firstPair, hessian, offset, length) ->
                    known.hessianLogPdf(x[0], statistics, hessian, offset, length);
        }
        throw refused(distribution + " has none (HasHessian)");
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("a Hessian needs second derivatives of the log density, and " + reason
                + ". They are not taken by differences, which are biased; where the score has jumps there are none, as of Laplace's"
                + " by its location. Differences of gradients of one seed estimate the Hessian, with that bias");
    }
}
