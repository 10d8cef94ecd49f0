package io.github.scorelane.bench.speed;

import io.github.scorelane.kernel.Lanes;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Leaves the vector width that a fork really had in its results, so that the JSON alone tells what "simd" was. */
public final class LanesProfiler implements InternalProfiler {
    /** Name of the secondary metric. */
    public static final String METRIC = "scorelane.vector.bits";

    @Override
    public String getDescription() {
        return "width of Scorelane's vectors";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        // Nothing to begin: the width is one for the whole fork.
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        return Implementation.isLibrary(benchmark.getParam("implementation"))
                ? List.of(new ScalarResult(METRIC, Lanes.BITS, "bits", AggregationPolicy.MAX))
                : List.of();
    }
}
