package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.github.scorelane.Serialised;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that distributions which went through serialisation, before they were first used or after, are the same as before: their
 * names and parameters, and the bits of draws, densities, scores and all else that they can do.
 */
class FamilySerialisationTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261201);
    private static final int N = 1100;

    static Stream<FamilyUnderTest.Case> numbers() {
        return Families.cases();
    }

    static Stream<VectorFamilyUnderTest.Case> vectors() {
        return VectorFamilies.cases();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aFamilyOfNumbersIsTheSame(FamilyUnderTest.Case each) {
        UnivariateDistribution family = each.distribution();
        requireSame(family);
        requireSame(family.withParameters(family.parameters()));
        requireSame(((HasUnconstrainedForm) family).unconstrained());
    }

    private static void requireSame(UnivariateDistribution before) {
        UnivariateDistribution unused = copy(before);
        String expected = bits(before);
        assertEquals(expected, bits(unused), "sent before its first use");
        assertEquals(expected, bits(copy(before)), "sent after its first use");
        assertEquals(bits(before.withParameters(before.parameters())), bits(unused.withParameters(before.parameters())), "moved");
    }

    /** Writes what a distribution does, all numbers by their bits. */
    private static String bits(UnivariateDistribution d) {
        StringBuilder text = new StringBuilder(d + " " + d.parameterNames() + Arrays.toString(d.parameters()));
        double[] x = new double[N];
        double[] y = new double[N];
        int count = d.parameterNames().size();
        double[][] statistics = new double[d.statistics()][N];
        double[][] rows = new double[count][N];
        d.sample(STREAM, 7, x, 0, N);
        d.sample(STREAM, 7, y, statistics, 0, N);
        d.gradLogPdf(x, statistics, rows, 0, N);
        append(text, x);
        append(text, y);
        append(text, statistics);
        append(text, rows);
        d.gradLogPdf(x, 0, rows, 0, N);
        append(text, rows);
        d.logPdf(x, 0, y, 0, N);
        append(text, y);
        if (d instanceof HasHessian second) {
            double[][] hessian = new double[count * (count + 1) / 2][N];
            second.hessianLogPdf(x, statistics, hessian, 0, N);
            append(text, hessian);
        }
        if (d instanceof HasFisherInformation known) {
            append(text, known.fisherInformation());
        }
        if (d instanceof HasInverseCdf inverse) {
            STREAM.uniforms(0, y, 0, N);
            inverse.inverseCdf(y, 0, y, 0, N);
            append(text, y);
        }
        if (d instanceof HasLogisticForm form) {
            form.toLogistic(x, y, 0, N);
            append(text, y);
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aFamilyOfVectorsIsTheSame(VectorFamilyUnderTest.Case each) {
        MultivariateDistribution family = each.distribution();
        requireSame(family);
        if (family instanceof HasUnconstrainedVectorForm free) {
            requireSame(free.unconstrained());
        }
    }

    private static void requireSame(MultivariateDistribution before) {
        MultivariateDistribution unused = copy(before);
        String expected = bits(before);
        assertEquals(expected, bits(unused), "sent before its first use");
        assertEquals(expected, bits(copy(before)), "sent after its first use");
    }

    private static String bits(MultivariateDistribution d) {
        StringBuilder text = new StringBuilder(d + " " + d.parameterNames() + Arrays.toString(d.parameters()));
        double[][] x = new double[d.dimension()][N];
        double[] y = new double[N];
        double[][] statistics = new double[d.statistics()][N];
        double[][] rows = new double[d.parameterNames().size()][N];
        d.sample(STREAM, 7, x, statistics, 0, N);
        d.gradLogPdf(x, statistics, 0, rows, 0, N);
        d.logPdf(x, 0, y, 0, N);
        append(text, x);
        append(text, statistics);
        append(text, rows);
        append(text, y);
        if (d instanceof HasVectorHessian second && second.hessianRefusal().isEmpty()) {
            double[][] hessian = new double[Math.min(20, rows.length * (rows.length + 1) / 2)][N];
            second.hessianLogPdf(x, statistics, 0, hessian, 0, N);
            append(text, hessian);
        }
        if (d instanceof HasFisherInformation known) {
            append(text, known.fisherInformation());
        }
        return text.toString();
    }

    /** Neighbours that share their marginal are drawn together, and are to be so where they have travelled. */
    @Test
    void neighboursShareTheirMarginalStill() {
        Independent before = Independent.of(Collections.nCopies(5, Gamma.of(2, 3)));
        Independent after = copy(before);
        assertNotSame(before.marginal(0), after.marginal(0));
        Assertions.assertSame(after.marginal(0), after.marginal(4));
        double[] expected = new double[5];
        double[] actual = new double[5];
        before.sampleRow(STREAM, 11, expected);
        after.sampleRow(STREAM, 11, actual);
        assertArrayEquals(expected, actual);
    }

    private static void append(StringBuilder text, double[]... numbers) {
        for (double[] row : numbers) {
            text.append(' ').append(Arrays.hashCode(row)).append(':').append(row.length > 0 ? row[row.length - 1] : 0);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) {
        return (T) Serialised.fromBytes(Serialised.toBytes(value));
    }
}
