package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.result.NaturalDirection;
import io.github.scorelane.engine.result.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An estimated natural gradient F⁻¹∇θ E[f(x)] with its standard errors, F the Fisher information of the distribution. Immutable.
 *
 * {@snippet :
 * NaturalGradient natural = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).withCovariance().estimate(x -> x * x)
 *         .naturalGradient();
 * natural.gradient();        // σ²·∂/∂mean and σ²/2·∂/∂standard deviation
 * natural.standardError();
 * }
 *
 * <p>Where F is singular, one direction of parameters changes nothing, as where one number is added to all logits of a
 * {@link io.github.scorelane.distribution.Categorical}. There this is the solution of least norm, F⁺∇E[f] with the
 * pseudo-inverse: of those logits the one whose sum is 0. Any other changes the distribution in the same way.
 *
 * <p>F is solved for in the blocks of which it is made: coordinate by coordinate of a product, a million of them too; of others,
 * the time is up to the third power of the number of parameters.
 *
 * <p>Source: S. Amari, <i>Natural gradient works efficiently in learning</i>, Neural Computation 10, 1998.
 */
public final class NaturalGradient {
    private static final int SHOWN = 20;

    private final double[] gradient;
    private final double[] standardError;
    private final List<String> parameterNames;
    private final List<String> notes;

    private NaturalGradient(NaturalDirection found, List<String> parameterNames) {
        gradient = found.direction();
        standardError = found.standardError();
        this.parameterNames = parameterNames;
        List<String> all = new ArrayList<>();
        if (found.isSingular()) {
            all.add("The Fisher information is singular: of the solutions this is the one of least norm.");
        }
        if (found.unknownErrors() > 0) {
            all.add("The standard error of " + found.unknownErrors() + " components is NaN: the Fisher information is not"
                    + " diagonal, and the gradient's covariance was not asked for by withCovariance().");
        }
        notes = List.copyOf(all);
    }

    static NaturalGradient of(MultivariateDistribution distribution, List<String> parameterNames, Outcome outcome) {
        return new NaturalGradient(new NaturalDirection(distribution, outcome), parameterNames);
    }

    /**
     * Returns the natural gradient.
     *
     * @return a new array with a component for each parameter, in the order of {@link #parameterNames()}
     */
    public double[] gradient() {
        return gradient.clone();
    }

    /**
     * Returns the standard error of each component; NaN where {@link #notes()} says why, or where the gradient's is.
     *
     * @return a new array
     */
    public double[] standardError() {
        return standardError.clone();
    }

    /**
     * Names the parameters that the components belong to.
     *
     * @return the names of the parameters
     */
    public List<String> parameterNames() {
        return parameterNames;
    }

    /**
     * Says what there is to know about the numbers.
     *
     * @return sentences; empty if all is well
     */
    public List<String> notes() {
        return notes;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s %16s %16s%n", "natural gradient", "estimate",
                "standard error"));
        for (int p = 0; p < Math.min(SHOWN, gradient.length); p++) {
            text.append(String.format(Locale.ROOT, "%-24s %16.8g %16.3g%n", parameterNames.get(p), gradient[p], standardError[p]));
        }
        if (gradient.length > SHOWN) {
            text.append("… ").append(gradient.length - SHOWN).append(" more parameters").append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }
}
