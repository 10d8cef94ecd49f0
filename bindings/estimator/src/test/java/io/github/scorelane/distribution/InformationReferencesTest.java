package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the Fisher information of every family at extremes of its parameters, against references of 50 digits that
 * src/reference/information.py made. The relative error of each entry must be below
 * {@link HasFisherInformation#MAX_RELATIVE_ERROR}.
 */
class InformationReferencesTest {
    /** A distribution, and the upper triangle of its exact Fisher information, row by row. */
    record Reference(String family, double[] numbers, double[] triangle) {
        static Reference of(String line) {
            String[] parts = line.split(",");
            return new Reference(parts[0], References.numbers(parts[1]), References.numbers(parts[2]));
        }

        HasFisherInformation distribution() {
            return (HasFisherInformation) switch (family) {
                case "Dirichlet" -> Dirichlet.of(numbers);
                case "Multinomial" -> Multinomial.ofLogits((int) numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
                default -> Families.ALL.stream().filter(each -> each.name().equals(family)).findFirst().orElseThrow()
                        .of().apply(numbers);
            };
        }
    }

    static Stream<String> families() throws IOException {
        return references().stream().map(Reference::family).distinct();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyEntryIsRightToItsBound(String family) throws IOException {
        for (Reference reference : references().stream().filter(each -> each.family.equals(family)).toList()) {
            double[][] matrix = reference.distribution().fisherInformation();
            int next = 0;
            for (int i = 0; i < matrix.length; i++) {
                for (int j = i; j < matrix.length; j++) {
                    double right = reference.triangle[next++];
                    String where = family + Arrays.toString(reference.numbers) + ", entry " + i + ", " + j;
                    assertEquals(matrix[i][j], matrix[j][i], where);
                    boolean mayVanish = i < j && family.equals("TruncatedNormal");
                    double scale = mayVanish ? Math.sqrt(matrix[i][i] * matrix[j][j]) : Math.abs(right);
                    if (right == 0 || Math.abs(right) >= Double.MIN_NORMAL && Math.abs(right) <= Double.MAX_VALUE) {
                        assertEquals(right, matrix[i][j], HasFisherInformation.MAX_RELATIVE_ERROR * scale, where);
                    }
                }
            }
        }
    }

    @Test
    void noFamilyIsLeftOut() throws IOException {
        List<String> covered = families().toList();
        for (FamilyUnderTest family : Families.ALL) {
            boolean informed = family.of().apply(family.grid().getFirst()) instanceof HasFisherInformation;
            assertTrue(!informed || covered.contains(family.name()),
                    "no references: src/reference/information.py " + family.name() + " makes them");
        }
    }

    private static List<Reference> references() throws IOException {
        return References.lines("information.csv").map(Reference::of).toList();
    }
}
