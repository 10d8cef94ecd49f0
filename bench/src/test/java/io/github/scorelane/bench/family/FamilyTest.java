package io.github.scorelane.bench.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scorelane and its peer are of one law: a fast loop that computes something else proves nothing. */
class FamilyTest {
    private static final int SIZE = 1024;
    /** The number of draws of each side. */
    private static final int MANY = 1 << 16;

    @ParameterizedTest
    @EnumSource
    void logPdfsAndScoresAreTheSame(Family family) {
        FamilyWork library = family.library(SIZE);
        FamilyWork peer = family.peer(SIZE);
        for (int d = 0; d < peer.points().length; d++) {
            System.arraycopy(library.points()[d], 0, peer.points()[d], 0, library.points()[d].length);
        }
        library.logPdf();
        peer.logPdf();
        assertClose(peer.logPdfs(), library.logPdfs());
        library.gradLogPdf();
        peer.gradLogPdf();
        assertEquals(peer.gradient().length, library.gradient().length);
        for (int p = 0; p < peer.gradient().length; p++) {
            assertClose(peer.gradient()[p], library.gradient()[p]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void scoresOfDrawsAreThoseOfPoints(Family family) {
        for (FamilyWork work : new FamilyWork[] {family.library(SIZE), family.peer(SIZE)}) {
            work.both();
            double[][] both = Arrays.stream(work.gradient()).map(double[]::clone).toArray(double[][]::new);
            work.gradLogPdf();
            for (int p = 0; p < both.length; p++) {
                assertClose(work.gradient()[p], both[p]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsAreOfOneLaw(Family family) {
        double[][] ours = draws(family.library(SIZE));
        double[][] theirs = draws(family.peer(SIZE));
        assertEquals(theirs.length, ours.length);
        for (int d = 0; d < ours.length; d++) {
            double distance = Distance.of(ours[d], theirs[d]);
            assertTrue(distance < Distance.limit(MANY), () -> "the distribution functions are apart by " + distance);
        }
    }

    /** Draws of many calls, by coordinate. */
    private static double[][] draws(FamilyWork work) {
        int n = work.points()[0].length;
        double[][] all = new double[work.points().length][MANY];
        for (int i = 0; i < MANY; i += n) {
            work.sample();
            for (int d = 0; d < all.length; d++) {
                System.arraycopy(work.points()[d], 0, all[d], i, n);
            }
        }
        return all;
    }

    /** Numbers agree to ten digits of the largest of them: the plain formulas lose some where they cancel. */
    private static void assertClose(double[] expected, double[] actual) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertArrayEquals(expected, actual, 1e-10 * largest);
    }
}
