package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that draws are distributed as their family says, by a chi-square test of 1e7 draws on about 400 cells, of which some
 * lie in the tails; of 1e9 draws in the profile slow. A p-value must be above {@value #LIMIT} in each of fewer than 200
 * tests.
 */
class FamilyFitTest {
    private static final double LIMIT = 1e-9;

    static Stream<Case> cases() {
        return Families.cases();
    }

    static Stream<Case> ordinaryCases() {
        return Families.ordinaryCases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tenMillionDrawsFit(Case each) {
        assertFits(each, 10_000_000);
    }

    @ParameterizedTest
    @MethodSource("ordinaryCases")
    @Tag("slow")
    void aBillionDrawsFit(Case each) {
        assertFits(each, 1_000_000_000);
    }

    static void assertFits(Case each, long n) {
        UnivariateDistribution d = each.distribution();
        SplitStream stream = SplitStream.ofHashed(each.toString().hashCode());
        Draws draws = (first, x) -> d.sample(stream, first, x, 0, x.length);
        ChiSquare test = each.law().test(draws, n);
        assertTrue(test.pValue() > LIMIT, test + ", p = " + test.pValue());
    }
}
