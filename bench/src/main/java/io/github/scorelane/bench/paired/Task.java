package io.github.scorelane.bench.paired;

import java.util.function.Supplier;

/**
 * Something to be timed.
 *
 * @param name what implements it, such as "simd" or "commons"
 * @param work one call of it
 * @param result what the last call left, for the tests
 */
public record Task(String name, Runnable work, Supplier<?> result) {
    /** A task that makes a new result at each call. */
    public static Task repeated(String name, Supplier<?> work) {
        Object[] last = new Object[1];
        return new Task(name, () -> last[0] = work.get(), () -> last[0]);
    }

    /** A task that fills an array, or several. */
    static Task filling(String name, Object arrays, Runnable work) {
        return new Task(name, work, () -> arrays);
    }
}
