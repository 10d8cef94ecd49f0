package io.github.scorelane.bench.paired;

import java.util.List;

/**
 * How long and how often is measured.
 *
 * @param forks JVMs that measure each comparison, for what the compiler makes of a loop may differ from one to the next
 * @param warmUpMilliseconds of a window of a task's warm-up, of which there are two or more
 * @param rounds pairs of slices of each contender in a JVM
 * @param orders in which the kernels are made hot
 * @param hotMilliseconds that each of the others takes to be hot
 * @param firstCalls JVMs that are started to time their first call
 * @param jvmArgs what all JVMs are started with
 */
public record Settings(int forks, int warmUpMilliseconds, int rounds, int orders, int hotMilliseconds, int firstCalls,
        List<String> jvmArgs) {
    /** What claims are made of. */
    public static Settings full(List<String> jvmArgs) {
        return new Settings(5, 500, 61, 3, 500, 11, jvmArgs);
    }

    /** All of it in under three minutes. */
    public static Settings brief(List<String> jvmArgs) {
        return new Settings(1, 200, 31, 1, 100, 3, jvmArgs);
    }

    /** What claims about families are made of, in eight minutes: each JVM measures all families, and all are hot in it. */
    public static Settings families(List<String> jvmArgs) {
        return new Settings(5, 100, 41, 1, 120, 0, jvmArgs);
    }

    /** All families in a minute and a half. */
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
