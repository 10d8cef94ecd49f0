package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests scores with respect to unconstrained parameters between −700 and 700, against references of 50 digits that
 * src/reference/unconstrained.py made. The error of a score g must be below {@value #BOUND}·(|g| + √F + c). F is the Fisher
 * information, and c allows for parameters that are exponentials: {@value #BOUND}·c is the change of the score when such a
 * parameter is rounded to a double.
 */
class UnconstrainedReferencesTest {
    private static final double BOUND = 1e-13;

    /** A point of a distribution, with the exact scores there. The units are √F + c. */
    record Reference(String family, double[] start, double[] parameters, double x, double[] scores, double[] units) {
        static Reference of(String line) {
            String[] parts = line.split(",");
            return new Reference(parts[0], References.numbers(parts[1]), References.numbers(parts[2]),
                    Double.parseDouble(parts[3]), References.numbers(parts[4]), References.numbers(parts[5]));
        }

        UnivariateDistribution distribution() {
            String name = family.replace("OfMany", "");
            UnivariateDistribution d = Families.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow()
                    .of().apply(start);
            return ((HasUnconstrainedForm) d).unconstrained().withParameters(parameters);
        }
    }

    static Stream<String> families() throws IOException {
        return references().map(Reference::family).distinct();
    }

    @ParameterizedTest
    @MethodSource("families")
    void scoresAreRightOverTheWholeRange(String family) throws IOException {
        for (Reference reference : references().filter(each -> each.family.equals(family)).toList()) {
            UnivariateDistribution d = reference.distribution();
            double[] x = {reference.x};
            double[][] scores = new double[reference.parameters.length][1];
            d.gradLogPdf(x, 0, scores, 0, 1);
            for (int p = 0; p < scores.length; p++) {
                double right = reference.scores[p];
                String where = d + " at " + x[0] + ", score " + p;
                assertEquals(right, scores[p][0], BOUND * (Math.abs(right) + reference.units[p]), where);
            }
        }
    }

    @Test
    void theComplementIsKept() {
        Geometric d = Geometric.of(0.5).unconstrained().withParameters(36.5);
        double[][] score = new double[1][1];
        d.gradLogPdf(new double[] {0}, 0, score, 0, 1);
        assertEquals(1.4068617124461467e-16, score[0][0], 1e-30);
        assertEquals(36.5, d.parameters()[0]);
        assertEquals(-700, Zeta.of(2).unconstrained().withParameters(-700).parameters()[0]);
    }

    private static Stream<Reference> references() throws IOException {
        return References.lines("unconstrained.csv").map(Reference::of);
    }
}
