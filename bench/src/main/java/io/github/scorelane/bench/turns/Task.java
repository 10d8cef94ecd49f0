package io.github.scorelane.bench.turns;

import java.util.function.Supplier;

/**
 * A piece of work that is to be timed.
 *
 * @param name the implementation's name, such as "simd" or "commons"
 * @param work one call of the work
 * @param result the result of the last call, for the tests
 */
public record Task(String name, Runnable work, Supplier<?> result) {
    /** The number of elements of the arrays that are worked on. */
    public static final int SIZE = 4096;

    /** Creates a task that makes a new result at each call. */
    public static Task repeated(String name, Supplier<?> work) {
        Object[] last = new Object[1];
        return new Task(name, () -> last[0] = work.get(), () -> last[0]);
    }

    /** Creates a task that fills an array, or several. */
    public static Task filling(String name, Object arrays, Runnable work) {
        return new Task(name, work, () -> arrays);
    }
}
