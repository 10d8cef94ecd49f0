package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Dirichlet;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.HasFisherInformation;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.NormalMixture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NaturalGradientTest {
    private static final double SIGMA = 1.3;

    /** The Fisher information diag(1/σ², 2/σ²) is diagonal, and so needs no covariance of the gradient. */
    @Test
    @Tag("bits")
    void ofANormalItIsTheClosedForm() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, SIGMA)).samples(10_000).seed(1).estimate(x -> x * x);
        NaturalGradient natural = estimate.naturalGradient();
        double[] variances = {SIGMA * SIGMA, SIGMA * SIGMA / 2};
        for (int p = 0; p < 2; p++) {
            assertEquals(estimate.gradient()[p] * variances[p], natural.gradient()[p], 1e-14 * Math.abs(natural.gradient()[p]));
            assertEquals(estimate.standardError()[p] * variances[p], natural.standardError()[p],
                    1e-14 * natural.standardError()[p]);
        }
        assertEquals(2 * 0.7 * variances[0], natural.gradient()[0], 5 * natural.standardError()[0]);
        assertEquals(2 * SIGMA * variances[1], natural.gradient()[1], 5 * natural.standardError()[1]);
        assertEquals(List.of(), natural.notes());
        assertEquals(List.of("mean", "standard deviation"), natural.parameterNames());
        assertTrue(natural.toString().contains("standard deviation "), natural.toString());
    }

    /**
     * With ln σ as the parameter, F is diag(1/σ², 2), and the natural gradient must move the distribution in the same
     * direction.
     */
    @Test
    void itIsTheSameDirectionByOtherParameters() {
        var estimator = ScoreFunctionEstimator.of(Gamma.of(2.5, 1.5)).samples(10_000).seed(1).withCovariance().withoutProbes();
        NaturalGradient natural = estimator.estimate(x -> x * x).naturalGradient();
        NaturalGradient free = estimator.at(Gamma.of(2.5, 1.5).unconstrained()).estimate(x -> x * x).naturalGradient();
        double[] theta = {2.5, 1.5};
        for (int p = 0; p < 2; p++) {
            assertEquals(natural.gradient()[p] / theta[p], free.gradient()[p], 1e-11 * Math.abs(free.gradient()[p]));
            assertEquals(natural.standardError()[p] / theta[p], free.standardError()[p], 1e-4 * free.standardError()[p]);
        }
    }

    @Test
    void errorsOfFullMatricesNeedTheCovariance() {
        var estimator = ScoreFunctionEstimator.of(Gamma.of(2.5, 1.5)).samples(10_000).seed(1);
        NaturalGradient without = estimator.estimate(x -> x * x).naturalGradient();
        assertTrue(Double.isNaN(without.standardError()[0]) && Double.isNaN(without.standardError()[1]));
        assertTrue(without.notes().getFirst().startsWith("The standard error of 2 components is NaN: "), without.notes()::toString);
        Estimate estimate = estimator.withCovariance().estimate(x -> x * x);
        NaturalGradient with = estimate.naturalGradient();
        assertEquals(List.of(), with.notes());
        assertArrayEquals(without.gradient(), with.gradient());
        double[][] f = Gamma.of(2.5, 1.5).fisherInformation();
        double determinant = f[0][0] * f[1][1] - f[0][1] * f[1][0];
        double[][] inverse = {{f[1][1] / determinant, -f[0][1] / determinant}, {-f[1][0] / determinant, f[0][0] / determinant}};
        double[][] c = estimate.covariance();
        for (int p = 0; p < 2; p++) {
            double[] row = inverse[p];
            double[] g = estimate.gradient();
            double direction = row[0] * g[0] + row[1] * g[1];
            double variance = row[0] * row[0] * c[0][0] + 2 * row[0] * row[1] * c[0][1] + row[1] * row[1] * c[1][1];
            assertEquals(direction, with.gradient()[p], 1e-12 * Math.abs(direction));
            assertEquals(Math.sqrt(variance), with.standardError()[p], 1e-11 * Math.sqrt(variance));
        }
    }

    /**
     * The natural gradient v must solve F v = ∇E[f]. F has blocks: one for each coordinate of a product, and for each column
     * of a Cholesky factor.
     */
    @Test
    void itSolvesForTheGradient() {
        MultivariateNormal normal =
                MultivariateNormal.of(new double[] {1, -2, 0.5}, new double[][] {{1.5}, {-0.7, 0.2}, {0.3, 1, 2}});
        Independent product = Independent.of(Gamma.of(2.5, 1.5), Normal.of(0, 2), Gamma.of(1e4, 1e-4));
        Dirichlet dirichlet = Dirichlet.of(2, 0.5, 7);
        for (var d : List.of(normal, product, dirichlet)) {
            Estimate estimate = ScoreFunctionEstimator.of(d).samples(5_000).seed(3).withCovariance()
                    .estimate(x -> x[0] * x[0] + x[1] * x[2]);
            NaturalGradient natural = estimate.naturalGradient();
            double[] g = estimate.gradient();
            double[][] fisher = ((HasFisherInformation) d).fisherInformation();
            for (int i = 0; i < g.length; i++) {
                double sum = 0;
                double size = 0;
                for (int j = 0; j < g.length; j++) {
                    sum += fisher[i][j] * natural.gradient()[j];
                    size += Math.abs(fisher[i][j] * natural.gradient()[j]);
                }
                assertEquals(g[i], sum, 1e-10 * size, d + ", " + i);
                assertTrue(natural.standardError()[i] > 0);
            }
            assertEquals(List.of(), natural.notes());
        }
    }

    /**
     * The Fisher information diag(π) − ππᵀ is singular. The gradient g is in its range once the mean is subtracted, which is
     * not 0 because each component has a baseline of its own. The solution of least norm is then g_k/π_k minus its mean.
     */
    @Test
    void ofLogitsItIsTheSolutionOfLeastNorm() {
        double[] weights = {0.5, 0.3, 0.2 - 1e-6, 1e-6};
        Estimate estimate = ScoreFunctionEstimator.of(Categorical.of(weights)).samples(1_000_000).seed(3).withCovariance()
                .estimate(x -> x * x);
        NaturalGradient natural = estimate.naturalGradient();
        double[] g = estimate.gradient();
        double excess = Arrays.stream(g).sum() / 4;
        double mean = 0;
        for (int k = 0; k < 4; k++) {
            g[k] -= excess;
            mean += g[k] / weights[k] / 4;
        }
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            assertEquals(g[k] / weights[k] - mean, natural.gradient()[k], 1e-8 * Math.abs(mean));
            sum += natural.gradient()[k];
            // The exact natural gradient is k² minus the mean of the four.
            assertEquals(k * k - 3.5, natural.gradient()[k], 6 * natural.standardError()[k]);
            assertTrue(natural.standardError()[k] > 0);
        }
        assertEquals(0, sum, 1e-8 * Math.abs(mean));
        assertTrue(natural.notes().getFirst().startsWith("The Fisher information is singular"), natural.notes()::toString);
    }

    /**
     * One category has a probability of e^-745 and is never drawn. Its Fisher information is a multiple of the least double.
     */
    @Test
    void ofACategoryThatIsNextToImpossibleItIsZero() {
        for (double logit : new double[] {-700, -740, -745}) {
            NaturalGradient natural = ScoreFunctionEstimator.of(Categorical.ofLogits(0, logit)).samples(2000).seed(1)
                    .baseline(Baseline.leaveOneOut()).withCovariance().estimate(x -> x + 1).naturalGradient();
            assertArrayEquals(new double[2], natural.gradient(), 1e-12);
            assertArrayEquals(new double[2], natural.standardError(), 1e-12);
        }
    }

    /** With a million coordinates no matrix may be made. */
    @Test
    void ofAMillionCoordinatesItIsTheirs() {
        int dimension = 1_000_000;
        double[] deviations = new double[dimension];
        Arrays.fill(deviations, 2);
        Estimate estimate = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[dimension], deviations)).samples(4).seed(1)
                .estimate(x -> x[0]);
        NaturalGradient natural = estimate.naturalGradient();
        double[] g = estimate.gradient();
        assertEquals(4 * g[999_999], natural.gradient()[999_999]);
        assertEquals(2 * g[1_999_999], natural.gradient()[1_999_999]);
        assertEquals(2 * estimate.standardError()[1_000_001], natural.standardError()[1_000_001]);
        assertEquals(List.of(), natural.notes());
    }

    @Test
    void itIsOfTheHessiansGradientToo() {
        // A surrogate that serves second derivatives, too, is another one and leaves other rounding, so that there are none
        // here.
        var estimator = ScoreFunctionEstimator.of(Gamma.of(2.5, 1.5)).samples(2_000).seed(1).withCovariance().withoutProbes();
        NaturalGradient natural = estimator.estimate(x -> x * x).naturalGradient();
        NaturalGradient other = estimator.hessian(x -> x * x).gradient().naturalGradient();
        assertArrayEquals(natural.gradient(), other.gradient());
        assertArrayEquals(natural.standardError(), other.standardError());
    }

    @Test
    void whatHasNoFisherInformationIsRefused() {
        refused("a natural gradient needs the Fisher information, and that of NormalMixture(", ScoreFunctionEstimator.of(
                NormalMixture.of(new double[] {1, 2}, new double[] {0, 1}, new double[] {1, 1})).samples(10).estimate(x -> x));
        refused("number of parameters is above 4096, too many for a matrix of their Fisher information: 5000",
                ScoreFunctionEstimator.of(Categorical.ofLogits(new double[5000])).samples(10).estimate(x -> x));
        refused("the Fisher information of Normal(mean=0.0, standard deviation=1.0E-200) is not finite: Infinity",
                ScoreFunctionEstimator.of(Normal.of(0, 1e-200)).samples(10).estimate(x -> 1));
    }

    private static void refused(String message, Estimate estimate) {
        var e = assertThrows(IllegalStateException.class, estimate::naturalGradient);
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }
}
