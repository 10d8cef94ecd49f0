package io.github.scorelane.bench.speed;

import io.github.scorelane.Estimate;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.FamilyWork;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.kernel.Lanes;
import java.util.Arrays;
import java.util.stream.Stream;

/** The bits of every benchmark's result, in an implementation; as a program, in a fresh JVM. */
final class Fingerprint {
    private static final int SIZE = 2051;

    private Fingerprint() {}

    public static void main(String[] args) {
        String bits = of(args[0]);
        System.out.println("fingerprint " + Lanes.BITS + " " + bits);
    }

    static String of(String implementation) {
        Object[] arrays = Stream.of(new WordsBenchmark(), new NormalSampleBenchmark(), new NormalLogPdfBenchmark())
                .map(benchmark -> {
                    benchmark.implementation = implementation;
                    return filled(benchmark);
                }).toArray();
        Object[] functions = Stream.of(new LogBenchmark(), new ExpBenchmark()).map(benchmark -> {
            benchmark.implementation = implementation;
            return filled(benchmark);
        }).toArray();
        NormalGradLogPdfBenchmark gradLogPdf = new NormalGradLogPdfBenchmark();
        gradLogPdf.implementation = implementation;
        EstimateBenchmark estimate = new EstimateBenchmark();
        estimate.implementation = implementation;
        estimate.size = SIZE;
        estimate.setUp();
        Estimate result = (Estimate) estimate.estimate();
        return "arrays=" + Arrays.deepHashCode(new Object[] {arrays, functions, filled(gradLogPdf)})
                + " gradient=" + Arrays.toString(result.gradient())
                + " standardError=" + Arrays.toString(result.standardError())
                + " value=" + result.value()
                + " families=" + families()
                + " kernels=" + kernels(implementation);
    }

    private static Object filled(FillingBenchmark benchmark) {
        benchmark.size = SIZE;
        benchmark.setUp();
        return benchmark.fill();
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
        filled(benchmark);
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
