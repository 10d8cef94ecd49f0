package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.PoissonKernel;
import io.github.scorelane.kernel.family.StudentTKernel;
import io.github.scorelane.kernel.math.Atan;
import io.github.scorelane.kernel.math.Cos;
import io.github.scorelane.kernel.math.Digamma;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.FmaTriples;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.LogGamma;
import io.github.scorelane.kernel.math.Logistic;
import io.github.scorelane.kernel.math.Probit;
import io.github.scorelane.kernel.math.Sin;
import io.github.scorelane.kernel.math.Tanh;
import io.github.scorelane.kernel.stream.SplitStream;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ProductSums;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Tests that kernels give the same bits in a JVM that has no fused multiply-add. Mutants that must fail: RN for RO in {@link Fma},
 * or a·b + c there.
 */
class WithoutHardwareFmaTest {
    private static final int N = 4_001;

    /** Prints if there is hardware, and the bits of many results. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            System.out.println("[" + Fma.isHardware() + " " + Lanes.BITS + "]\n" + digest());
        }
    }

    private interface Work {
        void run(double[] x, int xOffset, double[] y, int yOffset, int length);
    }

    private static String digest() {
        SplittableRandom random = new SplittableRandom(1);
        double[] x = random.doubles(N, -30, 30).toArray();
        double[] positive = random.doubles(N, 0, 1).toArray();
        StringBuilder lines = new StringBuilder();
        for (Work work : List.<Work>of(Exp::exp, Expm1::expm1, Sin::sin, Cos::cos, Atan::atan, Tanh::tanh, Logistic::logistic)) {
            lines.append(hash(work, x)).append('\n');
        }
        for (Work work : List.<Work>of(Log::log, Log1p::log1p, Probit::probit, LogGamma::logGamma, Digamma::digamma)) {
            lines.append(hash(work, positive)).append('\n');
        }
        SplitStream stream = SplitStream.of(2);
        double[] draws = new double[1024];
        NormalSampler.sample(0.5, 1.2, stream, 0, draws, 0, 1024);
        lines.append(Arrays.hashCode(draws)).append('\n');
        double[] sums = new double[8 * 10];
        FunctionSums.centre(draws, 0.3, 1024, sums, 0);
        ProductSums.sum(draws, x, 1024, sums, FunctionSums.LENGTH);
        lines.append(Arrays.hashCode(sums)).append('\n');
        GammaKernel.sample(0.7, 2, stream, 0, draws, 0, 1024);
        lines.append(Arrays.hashCode(draws)).append('\n');
        StudentTKernel.sample(5, 0, 1, stream, 0, draws, 0, 1024);
        lines.append(Arrays.hashCode(draws)).append('\n');
        PoissonKernel.sampler(300).sample(stream, 0, draws, 0, 1024);
        lines.append(Arrays.hashCode(draws)).append('\n');
        FmaTriples triples = new FmaTriples(3);
        double[] results = new double[N];
        for (int i = 0; i < N; i++) {
            triples.next();
            results[i] = Fma.fma(triples.a(), triples.b(), triples.c());
        }
        return lines.append(Arrays.hashCode(results)).toString();
    }

    private static int hash(Work work, double[] x) {
        double[] y = new double[x.length];
        work.run(x, 0, y, 0, x.length);
        return Arrays.hashCode(y);
    }

    @Test
    void kernelsGiveTheSameBits() {
        String output = FreshJvm.run(Main.class, List.of("--add-modules=jdk.incubator.vector", "-XX:-UseFMA")).output();
        assertTrue(output.contains("[false 0]\n"), output);
        assertEquals(digest(), output.substring(output.indexOf("]\n") + 2).strip());
    }
}
