package io.github.scorelane.bench.turns;

import java.util.List;

/**
 * The size of a run: its JVMs, its slices, and its warm-up.
 *
 * @param forks the number of JVMs that measure each comparison, for the compiler may make another loop in the next one
 * @param warmUpMilliseconds the length of a window of a task's warm-up, of which there are two or more
 * @param rounds the number of pairs of slices of each contender in a JVM
 * @param orders the number of orders in which the kernels are made hot
 * @param hotMilliseconds the time that each of the others is worked to be hot
 * @param firstCalls the number of JVMs that are started to time their first call
 * @param jvmArgs the flags of all JVMs
 */
public record Settings(int forks, int warmUpMilliseconds, int rounds, int orders, int hotMilliseconds, int firstCalls,
        List<String> jvmArgs) {
    /** A run that claims are made of. */
    public static Settings full(List<String> jvmArgs) {
        return new Settings(5, 500, 61, 3, 500, 11, jvmArgs);
    }

    /** A run of everything in under three minutes. */
    public static Settings brief(List<String> jvmArgs) {
        return new Settings(1, 200, 31, 1, 100, 3, jvmArgs);
    }

    /** A run that claims about families are made of, in eight minutes: each JVM measures all, and all are hot in it. */
    public static Settings families(List<String> jvmArgs) {
        return new Settings(5, 100, 41, 1, 120, 0, jvmArgs);
    }

    /** A run of all families in a minute and a half. */
    public static Settings briefFamilies(List<String> jvmArgs) {
        return new Settings(1, 60, 21, 1, 60, 0, jvmArgs);
    }

    long warmUpNanoseconds() {
        return warmUpMilliseconds * 1_000_000L;
    }

    @Override
    public String toString() {
        return "slices of " + Pace.SLICE / 1_000_000 + " ms, " + rounds + " pairs a JVM, JVMs: " + forks
                + ", after two windows or more of " + warmUpMilliseconds + " ms of warm-up"
                + (jvmArgs.isEmpty() ? "" : ", JVM flags " + String.join(" ", jvmArgs));
    }
}
