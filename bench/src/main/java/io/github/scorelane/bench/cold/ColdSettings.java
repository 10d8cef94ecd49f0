package io.github.scorelane.bench.cold;

import java.util.List;

/**
 * The size of a run.
 *
 * @param jvms the number of pairs of JVMs of each scenario, and of JVMs of special values
 * @param beforeSeconds the time of Normal before another family; all times are processor time of the thread that works
 * @param samples the number of samples that a JVM is asked for
 * @param leastSeconds the least time that it works, even if it has them; twins, which are steady sooner, work half of that
 * @param mostSeconds the most time that it works, even if it has them not; twins work half of that
 * @param programJvms the number of JVMs of each program
 * @param times the numbers of times that the programs' work is done
 * @param hotSeconds the time of a kernel before it is given special values
 * @param jvmArgs the flags of all JVMs
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
