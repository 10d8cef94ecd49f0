package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests log densities and scores at parameters near the ends of the range of doubles, at quantiles and elsewhere, against
 * references that src/reference/extremes.py makes with 700 digits. A result that is in the range of doubles has to be right,
 * and nothing may be NaN. A reference beyond that range is an infinity here, or 0.
 */
class ExtremeParametersTest {
    private static final double TOLERANCE = 1e-13;
    /**
     * The absolute error that is always allowed. The relative error of a subnormal number may be large, and so may that of
     * numbers that are made of one.
     */
    private static final double SUBNORMAL = 0x1p-1021;

    /** A point of a distribution, with the exact log density and scores there. */
    record Reference(String family, double[] numbers, double x, double logPdf, double[] scores, double[] roots) {
        static Reference of(String line) {
            String[] parts = line.split(",", -1);
            return new Reference(parts[0], References.numbers(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]),
                    References.numbers(parts[4]), References.numbers(parts[5]));
        }
    }

    static Stream<FamilyUnderTest> families() {
        Set<String> seen = new HashSet<>();
        return Families.ALL.stream().filter(family -> seen.add(family.name()));
    }

    @ParameterizedTest
    @MethodSource("families")
    @Tag("bits")
    void scoresAndLogDensitiesAreThoseOfTheReferences(FamilyUnderTest family) throws IOException {
        List<String> faults = new ArrayList<>();
        int count = 0;
        for (Reference reference : references().filter(each -> each.family.equals(family.name())).toList()) {
            count++;
            UnivariateDistribution d = family.of().apply(reference.numbers);
            double[] x = {reference.x};
            double[] logPdf = new double[1];
            double[][] scores = new double[d.parameters().length][1];
            d.logPdf(x, 0, logPdf, 0, 1);
            d.gradLogPdf(x, 0, scores, 0, 1);
            if (!isClose(reference.logPdf, logPdf[0], 1)) {
                faults.add(d + " at " + x[0] + ": log density " + logPdf[0] + ", right " + reference.logPdf);
            }
            for (int p = 0; p < scores.length; p++) {
                double unit = p < reference.roots.length ? reference.roots[p] : 0;
                if (!isClose(reference.scores[p], scores[p][0], unit)) {
                    faults.add(d + " at " + x[0] + ": score by " + d.parameterNames().get(p) + " " + scores[p][0] + ", right "
                            + reference.scores[p]);
                }
            }
        }
        // The references of the negative binomial distribution by its mean are among the given points of another test.
        assertTrue(count > 0 || family.name().equals("NegativeBinomialOfMean"),
                "no references: src/reference/extremes.py " + family.name() + " makes them");
        assertEquals(List.of(), faults, faults.size() + " of " + count + ":\n" + String.join("\n", faults) + "\n");
    }

    private static boolean isClose(double expected, double actual, double unit) {
        return expected == actual
                || Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected) + TOLERANCE * unit + SUBNORMAL;
    }

    private static Stream<Reference> references() throws IOException {
        return References.lines("extremes.csv").map(Reference::of);
    }
}
