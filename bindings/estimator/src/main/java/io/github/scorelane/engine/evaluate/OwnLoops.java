package io.github.scorelane.engine.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Copies of a loop that calls a function of the user's for each sample. The JVM compiles a call of one or two classes of functions
 * into the loop; where it has seen three, each call is a search for the method, 4 to 5 ns, for good. So a class of functions, as
 * each lambda is one, that was called for {@link #MANY} samples has the loop in a hidden class of its own, where no other function
 * is seen. The first {@link #MOST} classes have; others, and all where no more than two were ever seen, share a loop.
 *
 * <p>A class of functions may be one of an application that is to be unloaded before this library, or this library's classes before
 * the JDK's own, {@code Math::abs} say. Neither holds the other here: what is noted with a class are numbers alone, and a
 * copy's place is given to another class when its own is gone.
 *
 * @param <L> how a loop is called
 */
final class OwnLoops<L> {
    /** Samples from which a copy is worth the 5 to 10 ms that it takes until it is compiled. */
    public static final long MANY = 1 << 22;
    /** The most copies, each of 3 KB and what it is compiled to. */
    static final int MOST = 64;
    /** Classes of functions that a shared loop does as well with. */
    private static final int FEW = 2;

    private static final int SAMPLES = 0;
    /** A copy's place and 1; 0 where there is none yet, below 0 where there will be none. */
    private static final int COPY = 1;
    private static final int NEVER = -1;

    private final L shared;
    private final long many;
    private final AtomicInteger classes = new AtomicInteger();
    private final AtomicReferenceArray<L> copies;
    private final WeakReference<?>[] owners;
    private final ClassValue<long[]> notes = new ClassValue<>() {
        @Override
        protected long[] computeValue(Class<?> function) {
            classes.getAndIncrement();
            return new long[2];
        }
    };

    /**
     * No copies yet.
     *
     * @param shared the loop, of a class that has no state and no nest, and a constructor without parameters
     */
    OwnLoops(L shared) {
        this(shared, MANY, MOST);
    }

    OwnLoops(L shared, long many, int most) {
        this.shared = shared;
        this.many = many;
        copies = new AtomicReferenceArray<>(most);
        owners = new WeakReference<?>[most];
    }

    /** The note about a function's class, which is asked for by that class. */
    public long[] notes(Object function) {
        return notes.get(function.getClass());
    }

    /**
     * The loop to call a function with.
     *
     * @param function what is called
     * @param notes of its class; counts of several threads may get lost
     * @param samples called for since this was asked last
     */
    public L loop(Object function, long[] notes, long samples) {
        int copy = (int) notes[COPY];
        if (copy == 0) {
            notes[SAMPLES] += samples;
            if (notes[SAMPLES] < many || classes.get() <= FEW) {
                return shared;
            }
            copy = copy(function.getClass(), notes);
        }
        L own = copy < 0 ? null : copies.get(copy - 1);
        return own == null ? shared : own;
    }

    private synchronized int copy(Class<?> function, long[] notes) {
        if (notes[COPY] != 0) {
            return (int) notes[COPY];
        }
        notes[COPY] = NEVER;
        for (int place = 0; place < owners.length; place++) {
            if (owners[place] == null || owners[place].refersTo(null)) {
                L own = copyOfShared();
                if (own != null) {
                    owners[place] = new WeakReference<>(function);
                    copies.set(place, own);
                    notes[COPY] = place + 1;
                }
                break;
            }
        }
        return (int) notes[COPY];
    }

    /** Defines the loop's class again; null where the JVM cannot. */
    private L copyOfShared() {
        Class<?> template = shared.getClass();
        String file = template.getName().substring(template.getPackageName().length() + 1) + ".class";
        try (InputStream bytes = template.getResourceAsStream(file)) {
            Class<?> copy = MethodHandles.lookup().defineHiddenClass(bytes.readAllBytes(), true).lookupClass();
            @SuppressWarnings("unchecked") // it is what the loop is
            L own = (L) copy.getDeclaredConstructor().newInstance();
            return own;
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.getLogger(OwnLoops.class.getName()).log(System.Logger.Level.DEBUG, "loops have no copies", e);
            return null;
        }
    }

    /** Copies that there are now. */
    public int copies() {
        int count = 0;
        for (int place = 0; place < copies.length(); place++) {
            count += copies.get(place) == null ? 0 : 1;
        }
        return count;
    }
}
