package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests log densities and scores against references of 50 digits that src/reference/families.py and given_points.py made. The
 * error of a score g must be below {@value #SCORE}·(|g| + √F), where F is the parameter's Fisher information, and that of a
 * log density below {@value #DENSITY}·(1 + |log p|). The relative error of the Fisher information must be below
 * {@value #INFORMATION}; {@link InformationReferencesTest} has sharper references for it.
 */
class FamilyReferencesTest {
    private static final double SCORE = 1e-13;
    private static final double DENSITY = 1e-13;
    private static final double INFORMATION = 1e-12;

    /**
     * A point of a distribution, with the exact results there. The tolerance is a multiple of the bounds. It is more than 1
     * only for the exceptions that families.py names, where rounding x itself or a parameter moves the exact result by as
     * much.
     */
    record Reference(String family, double[] numbers, double x, double logPdf, double[] scores, double[] fisher,
            double tolerance) {
        static Reference of(String line) {
            String[] parts = line.split(",");
            return new Reference(parts[0], References.numbers(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]),
                    References.numbers(parts[4]), References.numbers(parts[5]), Double.parseDouble(parts[6]));
        }
    }

    private static Stream<Reference> references() throws IOException {
        return Stream.concat(references("references.csv"), references("given-points.csv"));
    }

    static Stream<FamilyUnderTest> families() {
        return Families.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void scoresAndLogDensitiesAreExactToTheirBounds(FamilyUnderTest family) throws IOException {
        List<Reference> references = references().filter(each -> each.family.equals(family.name())).toList();
        assertTrue(references.size() >= 20,
                "too few references: " + references.size() + "; src/reference/families.py " + family.name() + " makes them");
        for (Reference reference : references) {
            UnivariateDistribution d = family.of().apply(reference.numbers);
            double[] x = {reference.x};
            double[] logPdf = new double[1];
            double[][] scores = new double[d.parameters().length][1];
            d.logPdf(x, 0, logPdf, 0, 1);
            d.gradLogPdf(x, 0, scores, 0, 1);
            String where = d + " at " + x[0];
            assertEquals(reference.logPdf, logPdf[0], reference.tolerance * DENSITY * (1 + Math.abs(reference.logPdf)), where);
            for (int p = 0; p < scores.length; p++) {
                double bound = SCORE * (Math.abs(reference.scores[p]) + Math.sqrt(reference.fisher[p]));
                assertEquals(reference.scores[p], scores[p][0], reference.tolerance * bound,
                        where + ", " + d.parameterNames().get(p));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void fisherInformationIsThatOfTheReferences(FamilyUnderTest family) throws IOException {
        for (Reference reference : references("references.csv").filter(each -> each.family.equals(family.name())).toList()) {
            if (family.of().apply(reference.numbers) instanceof HasFisherInformation d) {
                double[][] information = d.fisherInformation();
                for (int p = 0; p < information.length; p++) {
                    double expected = reference.fisher[p];
                    assertEquals(expected, information[p][p], INFORMATION * expected, d + ", parameter " + p);
                }
            }
        }
    }

    private static Stream<Reference> references(String resource) throws IOException {
        return References.lines(resource).map(Reference::of);
    }
}
