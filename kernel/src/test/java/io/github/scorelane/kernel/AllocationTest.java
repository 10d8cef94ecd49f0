package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.kernel.family.AliasTable;
import io.github.scorelane.kernel.family.BernoulliKernel;
import io.github.scorelane.kernel.family.CategoricalKernel;
import io.github.scorelane.kernel.family.GeometricKernel;
import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.family.NormalRows;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.PlackettLuceKernel;
import io.github.scorelane.kernel.family.Softmax;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.moment.CentringSums;
import io.github.scorelane.kernel.moment.CrossSums;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ScoreSums;
import io.github.scorelane.kernel.moment.SumTree;
import io.github.scorelane.kernel.stream.SplitStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A vector that C2 does not keep in a register is an object, and 25 to 100 times slower: it shows as allocation. */
@Tag("bits")
class AllocationTest {
    private static final int N = 1024;

    private final double[] x = new double[N];
    private final double[] y = new double[N];
    private final double[] z = new double[N];
    private final long[] words = new long[N];
    private final long[] places = new long[N];
    private final double[] sums = new double[CentringSums.LENGTH];
    private final double[] scratch = new double[CrossSums.SCRATCH];
    private final SumTree tree = new SumTree(CentringSums.LENGTH);
    private final SplitStream stream = SplitStream.of(1);

    private Map<String, Runnable> kernels() {
        Map<String, Runnable> kernels = new LinkedHashMap<>();
        kernels.put("words", () -> stream.words(0, words, 0, N));
        kernels.put("words of a work list", () -> stream.reservedWords(0, 5, places, words, N));
        kernels.put("uniforms", () -> stream.uniforms(0, x, 0, N));
        kernels.put("log", () -> Log.log(x, 0, y, 0, N));
        kernels.put("exp", () -> Exp.exp(x, 0, y, 0, N));
        kernels.put("normal quantile", () -> NormalQuantile.quantile(words, 0, x, 0, N));
        for (int values : new int[] {5, 30, 60, 200}) {
            AliasTable table = AliasTable.of(new SplittableRandom(values).doubles(values).toArray());
            kernels.put("table of " + values, () -> table.sample(stream, 0, x, 0, N));
        }
        kernels.put("Bernoulli sample", () -> BernoulliKernel.sample(0.3, 0.7, stream, 0, x, 0, N));
        kernels.put("Bernoulli logPdf", () -> BernoulliKernel.logPdf(-1, -0.5, x, y, 0, N));
        kernels.put("Bernoulli scores", () -> BernoulliKernel.scores(2, 3, x, y, 0, N));
        kernels.put("Bernoulli sample of rows", () -> BernoulliKernel.sample(z, stream, 0, x, 0, N));
        kernels.put("Bernoulli logPdf of rows", () -> BernoulliKernel.logPdf(z, x, y, 0, N));
        kernels.put("Bernoulli scores of rows", () -> BernoulliKernel.scores(z, x, y, 0, N));
        Softmax softmax = new Softmax(new double[] {0, 0.5, 1});
        double[][] columns = {z, some(1), some(2)};
        double[][] rows = {y, some(3), some(4)};
        kernels.put("categorical logPdf", () -> softmax.logPdf(x, y, 0, N));
        kernels.put("categorical scores", () -> softmax.scores(x, 0, 0, rows, 0, N));
        kernels.put("categorical sample of rows", () -> CategoricalKernel.sample(columns, stream, 0, x, 0, N));
        kernels.put("categorical logPdf of rows", () -> CategoricalKernel.logPdf(columns, x, y, 0, N));
        kernels.put("categorical scores of rows", () -> CategoricalKernel.scores(columns, x, rows, 0, N));
        PlackettLuceKernel orders = new PlackettLuceKernel(new double[] {0, 0.5, 1});
        double[][] ranks = {some(5), some(6), some(7)};
        kernels.put("Plackett-Luce sample", () -> orders.sample(stream, 0, ranks, 0, N));
        kernels.put("Plackett-Luce reciprocals", () -> orders.reciprocals(ranks, 0, rows, 0, N));
        kernels.put("Plackett-Luce logPdf", () -> orders.logPdf(ranks, 0, y, 0, N));
        kernels.put("Plackett-Luce scores", () -> orders.scores(1, x, 0, y, 0, N));
        kernels.put("geometric sample", () -> GeometricKernel.sample(0.2, stream, 0, x, 0, N));
        kernels.put("geometric logPdf", () -> GeometricKernel.logPdf(0.2, x, y, 0, N));
        kernels.put("geometric scores", () -> GeometricKernel.scores(0.2, x, y, 0, N));
        kernels.put("normal sample of rows", () -> NormalRows.sample(y, z, stream, 0, x, 0, N));
        kernels.put("normal logPdf of rows", () -> NormalRows.logPdf(x, z, x, y, 0, N));
        kernels.put("normal scores of rows", () -> NormalRows.scores(x, x, x, y, z, 0, N));
        kernels.put("normal sample", () -> NormalSampler.sample(0, 1, stream, 0, x, 0, N));
        kernels.put("normal logPdf", () -> NormalKernel.logPdf(0, 1, x, 0, y, 0, N));
        kernels.put("normal gradLogPdf", () -> NormalKernel.gradLogPdf(0, 1, x, 0, y, z, 0, N));
        kernels.put("normal score of mean", () -> NormalKernel.scoreOfMean(0, 1, x, 0, y, 0, N));
        kernels.put("normal score of sd", () -> NormalKernel.scoreOfStandardDeviation(0, 1, x, 0, y, 0, N));
        kernels.put("function sums", () -> FunctionSums.centre(x, 0.5, N, sums, 0));
        kernels.put("score sums", () -> ScoreSums.sum(x, y, N, sums, 0));
        kernels.put("centring sums", () -> CentringSums.sum(x, 0.5, y, z, N, sums, 0));
        kernels.put("cross sums", () -> CrossSums.sum(x, y, z, N, sums, 0, scratch));
        kernels.put("sum tree", () -> {
            tree.add(sums);
            tree.add(sums);
            tree.drainTo(sums);
            sums[0] = 1;
        });
        return kernels;
    }

    private static double[] some(int seed) {
        return new SplittableRandom(seed).doubles(N).toArray();
    }

    @Test
    void hotKernelsAllocateNothingThoughOthersAreHotToo() {
        assumeTrue(Lanes.BITS <= hardwareBits(), "a width that the hardware lacks is emulated with objects");
        Map<String, Runnable> kernels = kernels();
        List<String> order = new ArrayList<>(kernels.keySet());
        Collections.shuffle(order, new Random(20261121));
        for (int round = 0; round < 3; round++) {
            for (String name : order) {
                repeat(kernels.get(name), 7_000);
            }
        }
        for (String name : order) {
            long least = Long.MAX_VALUE;
            // The least of several goes: a compilation that ends meanwhile may allocate once.
            for (int trial = 0; trial < 5; trial++) {
                long before = allocated();
                repeat(kernels.get(name), 1_000);
                least = Math.min(least, allocated() - before);
            }
            assertTrue(least < 1_000L * N / 100, name + ": " + least + " bytes for " + 1_000 * N + " elements");
        }
    }

    private static void repeat(Runnable kernel, int times) {
        for (int i = 0; i < times; i++) {
            kernel.run();
        }
    }

    private static int hardwareBits() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty() ? 0 : Preferred.bits();
    }

    /** Loaded only where the vector module is there. */
    private static final class Preferred {
        static int bits() {
            return jdk.incubator.vector.VectorShape.preferredShape().vectorBitSize();
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
