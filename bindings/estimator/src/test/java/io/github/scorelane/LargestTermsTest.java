package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Normal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a note warns if few samples decide an estimate, and only then. */
class LargestTermsTest {
    private static final int SEEDS = 40;
    private static final List<Baseline> BASELINES =
            List.of(Baseline.automatic(), Baseline.leaveOneOut(), Baseline.none(), Baseline.optimalConstant());

    /** The function exp(0.45 x²) has an infinite E[f²s²] and a finite E[fs]. */
    @Test
    void anInfiniteVarianceIsSeen() {
        for (Baseline baseline : BASELINES) {
            assertTrue(warnings(20_000, baseline, x -> Math.exp(0.45 * x * x)) > SEEDS * 3 / 4, baseline::toString);
        }
    }

    @Test
    void aFiniteVarianceIsNot() {
        for (Baseline baseline : BASELINES) {
            // The product of x³ and a score has a long tail, and so has the rest that polynomials leave of it: one run in ten
            // warns. More than 15 warnings in 40 runs have a probability of one in a million.
            assertTrue(warnings(20_000, baseline, x -> x * x * x) <= SEEDS * 3 / 8, baseline::toString);
            assertEquals(0, warnings(20_000, baseline, x -> x > 1 ? 1 : 0), baseline::toString);
            assertEquals(0, warnings(20_000, baseline, x -> (x + 3) * (x + 3)), baseline::toString);
        }
    }

    @Test
    void fewSamplesDoNotTell() {
        assertEquals(0, warnings(7 * 1024, Baseline.automatic(), x -> Math.exp(0.45 * x * x)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void threadsSeeTheSame(int threads) {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(200_000).seed(3);
        DoubleUnaryOperator f = x -> Math.exp(0.45 * x * x);
        assertEquals(estimator.estimate(f).notes(), estimator.parallel(threads).estimate(f).notes());
    }

    /** Each output of a Jacobian has the notes that it has alone, by the same samples. */
    @Test
    void outputsOfAJacobianSeeTheSame() {
        DoubleUnaryOperator wild = x -> Math.exp(0.45 * x * x);
        DoubleUnaryOperator tame = x -> (x + 3) * (x + 3);
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(20_000).seed(3).baseline(Baseline.optimalConstant());
        var jacobian = estimator.jacobian(2, x -> new double[] {wild.applyAsDouble(x[0]), tame.applyAsDouble(x[0])});
        assertEquals(1, estimator.estimate(wild).notes().size());
        assertEquals(estimator.estimate(wild).notes(), jacobian.output(0).notes());
        assertEquals(estimator.estimate(tame).notes(), jacobian.output(1).notes());
    }

    private static int warnings(int n, Baseline baseline, DoubleUnaryOperator f) {
        int warnings = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<String> notes = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(n).seed(seed).baseline(baseline).estimate(f)
                    .notes();
            warnings += notes.stream().anyMatch(note -> note.startsWith("Few samples decide d/d ")) ? 1 : 0;
        }
        return warnings;
    }
}
