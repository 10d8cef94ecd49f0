package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.kernel.stream.SplitStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Tests that no family allocates memory for each element once all are compiled. Where C2 leaves a vector as an object on the
 * heap, a loop is 25 to 100 times slower, and that shows here.
 */
class FamiliesAllocationTest {
    private static final int N = 1024;
    private static final int WARM = 2_000;
    private static final int MEASURED = 200;
    private static final long PATIENCE = 20_000_000_000L;
    private static final SplitStream STREAM = SplitStream.ofHashed(3);

    @Test
    void hotFamiliesAllocateNothingByTheElement() {
        Map<String, Runnable> operations = new LinkedHashMap<>();
        for (FamilyUnderTest family : Families.ALL) {
            family.cases().forEach(each -> add(operations, each.toString(), each.distribution()));
        }
        List<String> order = new ArrayList<>(operations.keySet());
        Collections.shuffle(order, new Random(20261121));
        for (int round = 0; round < 2; round++) {
            for (String name : order) {
                repeat(operations.get(name), WARM / 2);
            }
        }
        for (String name : order) {
            long least = Long.MAX_VALUE;
            // The operation is repeated until C2 has compiled it. On a busy machine a hundred methods may wait before it.
            long deadline = System.nanoTime() + PATIENCE;
            while (least > limit() && System.nanoTime() < deadline) {
                long before = allocated();
                repeat(operations.get(name), MEASURED);
                least = Math.min(least, allocated() - before);
            }
            assertTrue(least <= limit(), name + ": " + least + " bytes for " + MEASURED * N + " elements");
        }
    }

    /**
     * Returns the bytes that are allowed, as a call may make a few small objects, such as streams, whatever the number of
     * elements.
     */
    private static long limit() {
        return MEASURED * 1_000L;
    }

    private static void add(Map<String, Runnable> operations, String name, UnivariateDistribution d) {
        double[] x = new double[N];
        double[] logPdf = new double[N];
        double[][] statistics = new double[d.statistics()][N];
        double[][] scores = new double[d.parameters().length][N];
        d.sample(STREAM, 0, x, 0, N);
        operations.put(name + " sample", () -> d.sample(STREAM, 0, x, 0, N));
        operations.put(name + " sample with statistics", () -> d.sample(STREAM, 0, x, statistics, 0, N));
        operations.put(name + " logPdf", () -> d.logPdf(x, 0, logPdf, 0, N));
        operations.put(name + " gradLogPdf", () -> d.gradLogPdf(x, 0, scores, 0, N));
        operations.put(name + " gradLogPdf by statistics", () -> d.gradLogPdf(x, statistics, scores, 0, N));
    }

    private static void repeat(Runnable operation, int times) {
        for (int i = 0; i < times; i++) {
            operation.run();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
