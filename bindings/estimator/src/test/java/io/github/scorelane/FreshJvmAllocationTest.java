package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests the bytes that a JVM allocates which has just started. A vector operation that is not yet compiled is a call that
 * makes an object, and would show.
 */
class FreshJvmAllocationTest {
    /** The limit of bytes for each sample, on average over the first estimates but the very first. */
    private static final double MOST = 1;
    private static final int SAMPLES = 200_000;
    private static final int ESTIMATES = 20;

    /**
     * Makes some estimates of each of six families in turn, and prints the bytes that those after the first allocated for a
     * sample.
     */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            for (UnivariateDistribution family : List.of(Normal.of(0.5, 1.2), Gamma.of(2.5, 1), StudentT.of(5, 0, 1),
                    Poisson.of(20), LogNormal.of(0, 1), Exponential.of(1))) {
                long allocated = 0;
                for (int i = 0; i < ESTIMATES; i++) {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    ScoreFunctionEstimator.of(family).samples(SAMPLES).seed(i).baseline(Baseline.optimalConstant())
                            .estimate(FreshJvmAllocationTest::square);
                    long bytes = threads.getCurrentThreadAllocatedBytes() - before;
                    // The first estimate loads and links classes, whose cost does not grow with the samples.
                    allocated = i == 0 ? 0 : allocated + bytes;
                }
                System.out.println("bytes " + (double) allocated / SAMPLES / (ESTIMATES - 1));
            }
        }
    }

    private static void square(double[][] x, int n, double[] f) {
        for (int s = 0; s < n; s++) {
            f[s] = x[0][s] * x[0][s];
        }
    }

    @Test
    void sixFamiliesInTurnAllocateNothingForASample() {
        String output = ForkedJvm.run(Main.class);
        List<Double> bytes = output.lines().filter(line -> line.startsWith("bytes ")).map(line -> Double.valueOf(line.substring(6)))
                .toList();
        assertEquals(6, bytes.size(), output);
        assertTrue(bytes.stream().allMatch(b -> b < MOST), "bytes a sample: " + bytes);
    }
}
