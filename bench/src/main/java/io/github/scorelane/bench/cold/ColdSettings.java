package io.github.scorelane.bench.cold;

import java.util.List;

/**
 * The size of a run.
 *
 * @param jvms pairs of JVMs of each scenario, and JVMs of special values
 * @param beforeSeconds of Normal, before another family; these and all others are processor time of the thread that works
 * @param samples that a JVM is asked for
 * @param leastSeconds that it works, even if it has them; twins, which are steady sooner, half of that
 * @param mostSeconds that it works, even if it has them not; twins half of that
 * @param programJvms JVMs of each program
 * @param times how much of the programs' work is done, several times
 * @param hotSeconds of a kernel, before it is given special values
 * @param jvmArgs what all JVMs are started with
 */
public record ColdSettings(int jvms, double beforeSeconds, long samples, double leastSeconds, double mostSeconds, int programJvms,
        List<Integer> times, double hotSeconds, List<String> jvmArgs) {
    /** A run that claims are made of takes about an hour. */
    public static ColdSettings full(List<String> jvmArgs) {
        return new ColdSettings(5, 10, 100_000_000, 6, 24, 3, List.of(1, 10), 3, jvmArgs);
    }

    /** One JVM of each, in some minutes. */
    public static ColdSettings brief(List<String> jvmArgs) {
        return new ColdSettings(1, 3, 100_000_000, 4, 8, 1, List.of(1), 2, jvmArgs);
    }

    /** The same with so many JVMs of everything. */
    public ColdSettings withJvms(int number) {
        return new ColdSettings(number, beforeSeconds, samples, leastSeconds, mostSeconds, number, times, hotSeconds, jvmArgs);
    }
}
