package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.check.ForwardingDistribution;
import io.github.scorelane.check.ScoreCheck;
import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the library's own families pass the check that it offers to users, at extreme parameters, too. */
class FamilyScoreCheckTest {
    static Stream<Case> cases() {
        return Families.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsFound(Case each) {
        assertEquals(List.of(), ScoreCheck.findings(each.distribution()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingIsFoundByUnconstrainedParameters(Case each) {
        UnivariateDistribution d = each.distribution();
        if (d instanceof HasUnconstrainedForm free && free.unconstrained() != d) {
            assertEquals(List.of(), ScoreCheck.findings(free.unconstrained()));
        }
    }

    static Stream<VectorFamilyUnderTest.Case> vectorCases() {
        return VectorFamilies.cases();
    }

    @ParameterizedTest
    @MethodSource("vectorCases")
    void nothingIsFoundOfVectors(VectorFamilyUnderTest.Case each) {
        assertEquals(List.of(), ScoreCheck.findings(each.distribution()));
    }

    /** Checks that faults are found in every family: scores that are too small by 2%, and draws that are too large by 20%. */
    @ParameterizedTest
    @MethodSource("ordinaryCases")
    void faultsAreFound(Case each) {
        UnivariateDistribution d = each.distribution();
        assertEquals(List.of(), ScoreCheck.findings(new Altered(d, -1, 1)));
        for (int p = 0; p < d.parameters().length; p++) {
            String finding = ScoreCheck.findings(new Altered(d, p, 1)).getFirst();
            assertTrue(finding.startsWith("gradLogPdf by " + d.parameterNames().get(p) + " at x = "), finding);
        }
        assertNotEquals(List.of(), ScoreCheck.findings(new Altered(d, -1, 1.2)));
    }

    static Stream<Case> ordinaryCases() {
        return Families.ordinaryCases();
    }

    /** A distribution one of whose rows of scores is too small, or whose draws are too large. */
    private static final class Altered extends ForwardingDistribution {
        private final int row;
        private final double factor;

        Altered(UnivariateDistribution original, int row, double factor) {
            super(original, moved -> new Altered(moved, row, factor));
            this.row = row;
            this.factor = factor;
        }

        @Override
        public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
            super.sample(stream, first, x, offset, length);
            for (int i = offset; i < offset + length; i++) {
                x[i] *= factor;
            }
        }

        @Override
        public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
            super.gradLogPdf(x, offset, gradient, gradientOffset, length);
            for (int i = gradientOffset; i < gradientOffset + length && row >= 0; i++) {
                gradient[row][i] *= 0.98;
            }
        }
    }
}
