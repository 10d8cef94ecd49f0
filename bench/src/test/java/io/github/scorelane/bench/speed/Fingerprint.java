package io.github.scorelane.bench.speed;

import io.github.scorelane.Estimate;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.FamilyWork;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.kernel.Lanes;
import java.util.Arrays;

/** The bits of every benchmark's result, in an implementation; as a program, in a fresh JVM. */
final class Fingerprint {
    private static final int SIZE = 2051;

    private Fingerprint() {}

    public static void main(String[] args) {
        String bits = of(args[0]);
        System.out.println("fingerprint " + Lanes.BITS + " " + bits);
    }

    static String of(String implementation) {
        WordsBenchmark words = new WordsBenchmark();
        words.implementation = implementation;
        LogBenchmark log = new LogBenchmark();
        log.implementation = implementation;
        ExpBenchmark exp = new ExpBenchmark();
        exp.implementation = implementation;
        NormalSampleBenchmark sample = new NormalSampleBenchmark();
        sample.implementation = implementation;
        NormalLogPdfBenchmark logPdf = new NormalLogPdfBenchmark();
        logPdf.implementation = implementation;
        NormalGradLogPdfBenchmark gradLogPdf = new NormalGradLogPdfBenchmark();
        gradLogPdf.implementation = implementation;
        EstimateBenchmark estimate = new EstimateBenchmark();
        estimate.implementation = implementation;
        for (ArrayBenchmark benchmark : new ArrayBenchmark[] {words, log, exp, sample, logPdf, gradLogPdf, estimate}) {
            benchmark.size = SIZE;
            benchmark.setUp();
        }
        Estimate result = (Estimate) estimate.estimate();
        return "arrays=" + Arrays.deepHashCode(new Object[] {words.fill(), log.fill(), exp.fill(), sample.fill(), logPdf.fill(),
            gradLogPdf.fill()})
                + " gradient=" + Arrays.toString(result.gradient())
                + " standardError=" + Arrays.toString(result.standardError())
                + " value=" + result.value()
                + " families=" + families()
                + " kernels=" + kernels(implementation);
    }

    /** Hashes the results of every benchmark that has several kernels, after two calls: some go on with what they left. */
    private static int kernels(String implementation) {
        int hash = 0;
        for (Sums kernel : Sums.values()) {
            SumsBenchmark benchmark = new SumsBenchmark();
            benchmark.kernel = kernel;
            hash = 31 * hash + ofTwoCalls(benchmark, implementation);
        }
        for (Fits kernel : Fits.values()) {
            FitsBenchmark benchmark = new FitsBenchmark();
            benchmark.kernel = kernel;
            hash = 31 * hash + ofTwoCalls(benchmark, implementation);
        }
        for (Sequences kernel : Sequences.values()) {
            SequencesBenchmark benchmark = new SequencesBenchmark();
            benchmark.kernel = kernel;
            hash = 31 * hash + ofTwoCalls(benchmark, implementation);
        }
        return hash;
    }

    private static int ofTwoCalls(KernelBenchmark benchmark, String implementation) {
        benchmark.implementation = implementation;
        benchmark.size = SIZE;
        benchmark.setUp();
        benchmark.work();
        return Arrays.deepHashCode(new Object[] {benchmark.work()});
    }

    /** Hashes the results of every operation on every family. */
    private static int families() {
        int hash = 0;
        for (Family family : Family.values()) {
            FamilyWork work = family.library(SIZE);
            for (Operation operation : Operation.values()) {
                operation.of(work).run();
                hash = 31 * hash + Arrays.deepHashCode(new Object[] {operation.result(work)});
            }
        }
        return hash;
    }
}
