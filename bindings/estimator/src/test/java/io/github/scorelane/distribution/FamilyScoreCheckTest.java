package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.check.ScoreCheck;
import io.github.scorelane.distribution.FamilyUnderTest.Case;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's own families pass the test that it offers, at extreme parameters too. */
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
}
