package io.github.scorelane.bench.speed;

import java.util.List;
import java.util.regex.Pattern;

/** Benchmarks that run where they are asked for by name: those of many kernels, which take half an hour, and of rare cases. */
public final class OnDemand {
    private static final List<Class<?>> BENCHMARKS =
            List.of(FamilyBenchmark.class, SumsBenchmark.class, FitsBenchmark.class, SequencesBenchmark.class,
                    SeriesBenchmark.class, FmaBenchmark.class);

    private OnDemand() {}

    /** Tells whether JMH calls one of them by this name. */
    public static boolean includes(String jmhName) {
        return BENCHMARKS.stream().anyMatch(benchmark -> jmhName.startsWith(benchmark.getName() + "."));
    }

    /** Regular expressions for their names. */
    public static String[] patterns() {
        return BENCHMARKS.stream().map(benchmark -> Pattern.quote(benchmark.getName())).toArray(String[]::new);
    }

    /** The number of them. */
    public static int count() {
        return BENCHMARKS.size();
    }
}
