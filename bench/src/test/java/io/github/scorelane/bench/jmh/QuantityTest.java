package io.github.scorelane.bench.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.speed.OnDemand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The tables know every benchmark, and no other; families have a table of their own. */
class QuantityTest {
    @ParameterizedTest
    @EnumSource
    void implementationsAreTheBenchmarksParameter(Quantity quantity) throws NoSuchFieldException {
        Param parameter = quantity.benchmark().getField("implementation").getAnnotation(Param.class);
        assertEquals(Set.copyOf(quantity.implementations()), Set.copyOf(Arrays.asList(parameter.value())));
    }

    @ParameterizedTest
    @EnumSource
    void benchmarkHasOneMethodAndItsNameIsKnown(Quantity quantity) {
        List<String> methods = Arrays.stream(quantity.benchmark().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class)).map(java.lang.reflect.Method::getName).toList();
        assertEquals(1, methods.size());
        assertEquals(quantity, Quantity.of(quantity.benchmark().getName() + "." + methods.getFirst()).orElseThrow());
    }

    @Test
    void allBenchmarksThatJmhFindsAreKnown() {
        Set<BenchmarkListEntry> found = BenchmarkList.defaultList().getAll(
                OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());
        assertEquals(Quantity.values().length + OnDemand.count(), found.size());
        for (String name : new TreeSet<>(found.stream().map(BenchmarkListEntry::getUsername).toList())) {
            assertTrue(Quantity.of(name).isPresent() || OnDemand.includes(name), name);
        }
    }
}
