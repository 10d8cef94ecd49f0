package io.github.scorelane.bench.cold;

import java.util.Arrays;

/**
 * The cost of special values to a hot kernel in one JVM.
 *
 * @param special the value that was given
 * @param runs vectors or the twins
 * @param jvm the JVM's number
 * @param hot the nanoseconds an element before
 * @param worst the nanoseconds an element in the worst window of 5 ms of the next second
 * @param slow milliseconds of windows that took more than 10 times the hot time
 * @param lost milliseconds of the next second that the kernel was behind its hot speed, in windows of less than two thirds of it
 */
public record SpecialRow(Special special, Runs runs, int jvm, double hot, double worst, double slow, double lost) {
    /** The figures of windows. */
    static SpecialRow of(Special special, Runs runs, int jvm, double hot, double... after) {
        double window = SpecialFork.WINDOW * 1e-6;
        return new SpecialRow(special, runs, jvm, hot, Arrays.stream(after).max().orElseThrow(),
                window * Arrays.stream(after).filter(time -> time > 10 * hot).count(),
                window * Arrays.stream(after).filter(time -> time > 1.5 * hot).map(time -> 1 - hot / time).sum());
    }
}
