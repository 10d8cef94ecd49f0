package io.github.scorelane.bench.honesty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.bench.honesty.law.Law;
import io.github.scorelane.bench.honesty.law.Truth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sweep over all laws: gradients are the derivatives of expectations, as differences of those at parameters nearby have them.
 * So no derivative of a density's logarithm is wrong.
 */
class DerivativesTest {
    private static final double STEP = 5e-4;

    @ParameterizedTest
    @EnumSource
    void gradientsAreDifferencesOfExpectations(Family family) {
        for (int set = 0; set < family.sets(); set++) {
            Law law = family.law(family.numbers(set));
            Subject f = TestFunction.COSINE.fitted(law).orElseThrow();
            double[] gradient = truth(law, f).gradient();
            assertEquals(family.distribution(set).parameterNames().size(), gradient.length);
            for (int p = 0; p < gradient.length; p++) {
                double difference = (4 * difference(family, set, f, p, STEP) - difference(family, set, f, p, 2 * STEP)) / 3;
                assertEquals(difference, gradient[p], 1e-8 * Math.max(1, Math.abs(difference)), family.title(set) + ", " + p);
            }
        }
    }

    /** The difference of expectations at two parameters on both sides, over what one of them is moved by. */
    private static double difference(Family family, int set, Subject f, int parameter, double step) {
        double[] more = family.numbers(set);
        double[] less = more.clone();
        int place = place(family, parameter);
        boolean isLogit = family == Family.CATEGORICAL || family == Family.NORMAL_MIXTURE && parameter < more.length / 3;
        double moved = isLogit ? step : step * Math.max(0.05, Math.abs(more[place]));
        if (isLogit) {
            more[place] *= Math.exp(moved);
            less[place] *= Math.exp(-moved);
        } else {
            more[place] += moved;
            less[place] -= moved;
        }
        return (truth(family.law(more), f).value() - truth(family.law(less), f).value()) / (2 * moved);
    }

    /** The place of a parameter among the numbers that a distribution is made of, some of which are no parameters. */
    private static int place(Family family, int parameter) {
        return family == Family.PARETO || family == Family.BINOMIAL ? 1 : parameter;
    }

    private static Truth truth(Law law, Subject f) {
        return law.truth(f.value(), f.oscillates(), f.breaks());
    }
}
