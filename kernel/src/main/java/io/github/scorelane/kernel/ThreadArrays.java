package io.github.scorelane.kernel;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Holds arrays that each thread has of its own, and an object that works on them.
 *
 * <p>A thread of a pool may outlive the application that used it, and holds the values of its thread-local variables for as long.
 * If such a value were an object of this library, its class and with it the class loader of the whole application could not be
 * freed. So a thread holds arrays alone, which are of the JDK's classes, and the object weakly: where the garbage collector took
 * that away, the next use makes another of the same arrays. It must have no state but theirs.
 *
 * @param <T> the object's class
 */
public final class ThreadArrays<T> {
    private final ThreadLocal<Object[]> ofThread = new ThreadLocal<>();
    private final Supplier<Object[]> arrays;
    private final Function<Object[], T> view;

    /**
     * Creates a variable that has no value in any thread yet.
     *
     * @param arrays makes a thread's arrays: instances of the JDK's classes, none of the library's
     * @param view makes an object that works on them; where it puts another array in the place of one, that is kept
     */
    public ThreadArrays(Supplier<Object[]> arrays, Function<Object[], T> view) {
        this.arrays = arrays;
        this.view = view;
    }

    /**
     * Returns the calling thread's object.
     *
     * @return the object, the same for as long as someone holds it
     */
    public T get() {
        Object[] own = ofThread.get();
        @SuppressWarnings("unchecked") // Only make() puts a reference there.
        T object = own == null ? null : ((WeakReference<T>) own[0]).get();
        return object == null ? make(own) : object;
    }

    private T make(Object[] before) {
        Object[] own = before;
        if (own == null) {
            Object[] made = arrays.get();
            own = new Object[2];
            own[1] = made;
            ofThread.set(own);
        }
        T object = view.apply((Object[]) own[1]);
        own[0] = new WeakReference<>(object);
        return object;
    }
}
