package io.github.scorelane.engine.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Copies of a loop that calls a function of the user's for each sample. The JVM compiles the call into the loop as long as it has
 * seen one or two classes of functions there; once it has seen three, each call searches for the method, which takes 4 to 5 ns, for
 * good. Each lambda is such a class. So a class that was called for {@link #MANY} samples gets the loop in a hidden class of its
 * own, which sees no other function. The first {@link #MOST} such classes get one; all others share a loop, as all classes do while
 * no more than two were ever seen.
 *
 * <p>An application's class of functions may have to be unloaded before this library is, and this library before a class of the
 * JDK's own. Neither holds the other here: only numbers are noted with a class, and a copy's place is given to another class when
 * its own is gone.
 *
 * @param <L> the interface by which a loop is called
 */
final class OwnLoops<L> {
    /** Number of samples from which a copy is worth the 5 to 10 ms that it takes until it is compiled. */
    public static final long MANY = 1 << 22;
    /** The most copies. Each takes 3 KB, and the code that it is compiled to. */
    static final int MOST = 64;
    /** Number of classes of functions up to which a shared loop is as fast as copies are. */
    private static final int FEW = 2;

    private static final int SAMPLES = 0;
    /**
     * Index of a note's second number: 1 more than the place of the copy; 0 if there is none yet, below 0 if there will be none.
     */
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
     * Creates the keeper of a loop, without copies as yet.
     *
     * @param shared the loop that is shared and copied, of a class that has no state and no nest, and a constructor without
     *     parameters
     */
    OwnLoops(L shared) {
        this(shared, MANY, MOST);
    }

    /** Creates the keeper of a loop with its own number of samples before a copy is made, and its own most copies. */
    OwnLoops(L shared, long many, int most) {
        this.shared = shared;
        this.many = many;
        copies = new AtomicReferenceArray<>(most);
        owners = new WeakReference<?>[most];
    }

    /** Returns the note that belongs to the class of a function. */
    public long[] notes(Object function) {
        return notes.get(function.getClass());
    }

    /**
     * Returns the loop by which to call a function.
     *
     * @param function the function
     * @param notes the note of its class, in which the counts of threads that meet may get lost, which does no harm
     * @param samples the number of samples that it was called for since this was asked last
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
            @SuppressWarnings("unchecked") // the copy is the class of the loop, defined again
            L own = (L) copy.getDeclaredConstructor().newInstance();
            return own;
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            System.getLogger(OwnLoops.class.getName()).log(System.Logger.Level.DEBUG, "loops have no copies", e);
            return null;
        }
    }

    /** Returns the number of copies that there are now. */
    public int copies() {
        int count = 0;
        for (int place = 0; place < copies.length(); place++) {
            count += copies.get(place) == null ? 0 : 1;
        }
        return count;
    }
}
