package io.github.scorelane.engine.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Binomial;
import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.Cauchy;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.distribution.Zeta;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SurrogatesTest {
    private static final long MANY = 10_000;

    private static ProbedFunction asked(DoubleUnaryOperator f) {
        return (x, n, values) -> {
            for (int s = 0; s < n; s++) {
                values[s] = f.applyAsDouble(x[0][s]);
            }
            return true;
        };
    }

    private static Surrogate find(UnivariateDistribution law, DoubleUnaryOperator f) {
        return Surrogates.find(new Law(law, false), asked(f), MANY);
    }

    /** Returns h at a point. */
    private static double value(Surrogate surrogate, double x) {
        double[] minus = {0};
        surrogate.subtract(new double[][] {{x}}, 1, minus);
        return -minus[0];
    }

    @Test
    void polynomialsAreTheirOwnSurrogates() {
        Surrogate h = find(Normal.of(0.7, 1.3), x -> (x + 3) * (x + 3));
        for (double x = -7; x < 9; x += 0.3) {
            assertEquals((x + 3) * (x + 3), value(h, x), 1e-10);
        }
        assertEquals(3.7 * 3.7 + 1.3 * 1.3, h.known().mean(), 1e-11);
        assertEquals(2 * 3.7, h.known().gradient()[0], 1e-11);
        assertEquals(2 * 1.3, h.known().gradient()[1], 1e-11);
        assertTrue(h.known().deviations()[0] < 1e-11);
    }

    /** Deviations that are predicted are those that a fine sum of (f − h)s over the law finds. */
    @Test
    void deviationsArePredicted() {
        Surrogate h = find(Normal.of(0, 1), Math::abs);
        double squares = 0;
        double mean = 0;
        double step = 1e-3;
        for (double x = -9; x < 9; x += step) {
            double weight = step * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            double term = (Math.abs(x) - value(h, x)) * (x * x - 1);
            mean += weight * term;
            squares += weight * term * term;
        }
        assertEquals(Math.sqrt(squares - mean * mean), h.known().deviations()[1], 0.05 * h.known().deviations()[1]);
        assertTrue(h.known().deviations()[1] < 0.1 * h.known().plainDeviations()[1]);
    }

    /** An f that varies between the points as noise does is not explained by a series through some of its values. */
    @Test
    void noiseHasNoSurrogateButAConstant() {
        for (double frequency : new double[] {50, 100, 333, 1e4, 1e6}) {
            assertConstant(find(Normal.of(0, 1), x -> Math.cos(frequency * x)));
        }
        assertConstant(find(Normal.of(0, 1), x -> Double.doubleToLongBits(x) * 0x9e3779b97f4a7c15L * 0x1p-63));
        assertConstant(find(Poisson.of(3000), x -> x % 2));
    }

    private static void assertConstant(Surrogate surrogate) {
        if (surrogate != null) {
            assertEquals(value(surrogate, 2), value(surrogate, 1));
            assertTrue(Math.abs(surrogate.known().gradient()[0]) <= 2 * surrogate.known().rounding()[0]);
        }
    }

    @Test
    void aConstantHasNoSurrogate() {
        assertNull(find(Normal.of(0, 1), x -> 5));
    }

    /** A discrete law of few atoms has f evaluated at all of them. */
    @Test
    void fewAtomsAreEnumerated() {
        Surrogate h = find(Poisson.of(0.05), Math::cos);
        for (int x = 0; x < 9; x++) {
            assertEquals(Math.cos(x), value(h, x));
        }
        // E cos x = Re exp(λ(e^i − 1)), and its derivative is Re (e^i − 1)exp(λ(e^i − 1)).
        double modulus = Math.exp(0.05 * (Math.cos(1) - 1));
        double angle = 0.05 * Math.sin(1);
        assertEquals(modulus * Math.cos(angle), h.known().mean(), 1e-14);
        double derivative = modulus * ((Math.cos(1) - 1) * Math.cos(angle) - Math.sin(1) * Math.sin(angle));
        assertEquals(derivative, h.known().gradient()[0], 1e-13);
        Surrogate indicator = find(Poisson.of(0.05), x -> x > 0 ? 1 : 0);
        assertEquals(Math.exp(-0.05), indicator.known().gradient()[0], 1e-13);
    }

    /** A random reward has no surrogate, because it would be subtracted with the error of one value. */
    @Test
    void aRandomFunctionHasNoTable() {
        SplittableRandom random = new SplittableRandom(1);
        assertNull(find(Binomial.of(20, 0.5), x -> random.nextDouble()));
    }

    /** A function is never evaluated at a masked category. */
    @Test
    void impossibleAtomsAreNotAsked() {
        Surrogate h = find(Categorical.ofLogits(0, Double.NEGATIVE_INFINITY, 1), x -> x == 1 ? Double.NaN : 2 * x);
        assertEquals(4 / (1 + Math.exp(-1)), h.known().mean(), 1e-14);
        assertTrue(h.isWhole());
    }

    /** A law of many atoms has f evaluated at some ninety, and the probabilities of all are used. */
    @Test
    void manyAtomsHaveASeries() {
        List<Double> asked = new ArrayList<>();
        Surrogate h = find(Binomial.of(1_000_000, 0.4), x -> {
            asked.add(x);
            return (x - 400_000) * (x - 400_000);
        });
        assertTrue(asked.size() <= 100, asked.size() + " points");
        double variance = 1_000_000 * 0.4 * 0.6;
        assertEquals(variance, h.known().mean(), 1e-9 * variance);
        assertEquals(1_000_000 * (1 - 2 * 0.4), h.known().gradient()[0], 1e-3);
    }

    /** E[min(x, 3)] of a zeta variable of exponent 2.5, and its derivative −E[min(x, 3)·(ln x − E[ln x])], by their sums. */
    @Test
    void aLongTailHasTheFunctionAtItsFirstAtoms() {
        Surrogate h = find(Zeta.of(2.5), x -> Math.min(x, 3));
        double mass = 0;
        double log = 0;
        for (int k = 5_000_000; k >= 1; k--) {
            mass += Math.pow(k, -2.5);
            log += Math.pow(k, -2.5) * Math.log(k);
        }
        log += Math.pow(5e6, -1.5) * (Math.log(5e6) / 1.5 + 1 / 2.25);
        mass += Math.pow(5e6, -1.5) / 1.5;
        double two = Math.pow(2, -2.5);
        double mean = (1 + 2 * two + 3 * (mass - 1 - two)) / mass;
        double slope = -((2 * two * Math.log(2) + 3 * (log - two * Math.log(2))) / mass - mean * log / mass);
        assertEquals(mean, h.known().mean(), 1e-9);
        assertEquals(slope, h.known().gradient()[0], 1e-9);
        assertEquals(0, h.known().deviations()[0], 1e-12);
        assertEquals(3, value(h, 1e12), 1e-12);
    }

    @Test
    void aFunctionThatFailsSomewhereHasNoSurrogate() {
        assertNull(find(Normal.of(0, 1), Math::log));
        assertNull(Surrogates.find(new Law(Normal.of(0, 1), false), (x, n, f) -> false, MANY));
        assertNull(find(Poisson.of(2), x -> 1 / x));
    }

    @Test
    void lawsThatAreNotKnownCloselyHaveNone() {
        assertNull(find(Gamma.of(1e-3, 1), Math::sqrt));
        assertNull(find(Zeta.of(1.05), Math::sqrt));
    }

    @Test
    void fewSamplesHaveNoneOrAskAtFewerPoints() {
        assertNull(Surrogates.find(new Law(Normal.of(0, 1), false), asked(Math::cos), 255));
        List<Double> points = new ArrayList<>();
        assertNotNull(Surrogates.find(new Law(Normal.of(0, 1), false), asked(x -> {
            points.add(x);
            return Math.cos(x);
        }), 256));
        assertTrue(points.size() <= 52, points.size() + " points");
    }

    /** A power of two that multiplies f multiplies h, its expectations and deviations, to the bit. */
    @Test
    void scaleOfTheFunctionDoesNotMatter() {
        Surrogate one = find(Cauchy.of(0, 1), x -> x > 1 ? 1 : 0);
        for (int exponent : new int[] {-900, -500, 400, 900}) {
            Surrogate scaled = find(Cauchy.of(0, 1), x -> x > 1 ? Math.scalb(1.0, exponent) : 0);
            assertEquals(Math.scalb(one.known().mean(), exponent), scaled.known().mean());
            assertEquals(Math.scalb(one.known().gradient()[1], exponent), scaled.known().gradient()[1]);
            assertEquals(Math.scalb(one.known().deviations()[0], exponent), scaled.known().deviations()[0]);
        }
    }
}
