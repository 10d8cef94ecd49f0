package io.github.scorelane.kernel;

import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Loads the Vector API beside the twins' work. Its first operation loads some two hundred classes and links as many lambdas, 100 to
 * 200 milliseconds of a processor's time, and to find out what the machine can do takes some 20 more. A program that ends soon
 * spares them: loading begins 0.6 seconds after the first use of a kernel, and 1.5 seconds after it where there is one processor
 * only, which the thread that loads takes from the others. That thread ends when it is done; a JVM that ends does not wait for it.
 */
final class VectorLoader {
    /** Says what does the work of kernels. */
    enum State {
        /** The scalar twins do it all, as nothing of the Vector API is loaded yet. */
        WAITING,
        /** Each gate chooses between the twin and vectors. */
        READY,
        /** Vectors do it all, from the first element on. */
        FORCED,
        /** The scalar twins do it all, for good. */
        REFUSED
    }

    /** Logger of warnings, also for {@link Lanes}, which may be the very class that cannot be loaded. */
    private static final String LOGGER = "io.github.scorelane.kernel.Lanes";

    static final long DELAY = 600_000_000;
    private static final long LONG_DELAY = 1_500_000_000;

    /** The newest JDK that all kernels were tested on. */
    private static final int TESTED_JDK = 25;

    /** The loader of this JVM. If a width is forced, or the vector module is absent, everything is decided at once. */
    static final VectorLoader SHARED = VectorOptions.startHot() || !Lanes.Module.isThere()
            ? new VectorLoader(Lanes.BITS == 0 ? State.REFUSED : State.FORCED)
            : new VectorLoader(System::nanoTime, Runtime.getRuntime().availableProcessors() > 1 ? DELAY : LONG_DELAY,
                    VectorLoader::load, Runtime.version().feature() > TESTED_JDK);

    private final LongSupplier clock;
    private final long delay;
    private final Supplier<State> load;
    private final boolean isUntested;
    private volatile State state;
    private boolean isUsed;
    private long firstUse;
    private Thread thread;

    /**
     * Creates a loader that waits.
     *
     * @param clock tells the time in nanoseconds
     * @param delay nanoseconds from the first use on
     * @param load loads the Vector API, and says what kernels may use then
     * @param isUntested true if a loop's vectors are to be compared with its twin before they are used
     */
    VectorLoader(LongSupplier clock, long delay, Supplier<State> load, boolean isUntested) {
        this.clock = clock;
        this.delay = delay;
        this.load = load;
        this.isUntested = isUntested;
        state = State.WAITING;
    }

    private VectorLoader(State decided) {
        clock = null;
        delay = 0;
        load = null;
        isUntested = false;
        state = decided;
    }

    /** Tells what kernels may use now. Each call of this is a use. */
    State state() {
        State now = state;
        return now == State.WAITING ? whileWaiting() : now;
    }

    private synchronized State whileWaiting() {
        if (!isUsed) {
            isUsed = true;
            firstUse = clock.getAsLong();
        } else if (thread == null && clock.getAsLong() - firstUse >= delay) {
            start();
        }
        return state;
    }

    private void start() {
        Thread loading = new Thread(null, this::loadNow, "scorelane-vectors", 0, false);
        loading.setDaemon(true);
        loading.setContextClassLoader(null);
        try {
            loading.start();
            thread = loading;
        } catch (OutOfMemoryError e) {
            firstUse = clock.getAsLong(); // The system has no thread to give: it is asked again after another delay.
        }
    }

    /** Loads the Vector API in this thread. */
    void loadNow() {
        State found = State.REFUSED;
        try {
            found = load.get();
        } catch (Exception | Error e) {
            warn("the Vector API cannot be loaded", e);
        } finally {
            finish(found);
        }
    }

    private synchronized void finish(State found) {
        if (state == State.WAITING) {
            state = found;
        }
    }

    /** Waits for the thread that loads, if there is one. */
    void await() throws InterruptedException {
        Thread loading;
        synchronized (this) {
            loading = thread;
        }
        if (loading != null) {
            loading.join();
        }
    }

    /** Tells whether the JDK is newer than those that all kernels were tested on. */
    boolean isUntested() {
        return isUntested;
    }

    /** Records that the vectors of a loop gave something else than its twin: from now on, twins do all the work. */
    void refuse(Rehearsal rehearsal) {
        state = State.REFUSED;
        warn("the vectors of " + rehearsal.getClass().getName() + " are wrong in JDK " + Runtime.version()
                + ", which is newer than any that was tested; please report it", null);
    }

    private static void warn(String reason, Throwable cause) {
        System.getLogger(LOGGER)
                .log(Level.WARNING, "Scorelane runs without SIMD, slower but to the same bits: " + reason, cause);
    }

    private static State load() {
        if (Lanes.BITS == 0) {
            return State.REFUSED;
        }
        Simd.touch(new double[Lanes.COUNT], new long[Lanes.COUNT]);
        return State.READY;
    }

    /** Isolates the code that names vectors: this class is loaded only where the vector module is there. */
    private static final class Simd {
        private Simd() {}

        /** Uses each kind of operation that kernels use, so that its classes are loaded. */
        static void touch(double[] x, long[] words) {
            DoubleVector v = DoubleVector.fromArray(Species.DOUBLES, x, 0).add(1).mul(2).sub(0.5).div(3);
            DoubleVector zero = DoubleVector.zero(Species.DOUBLES);
            DoubleVector w = DoubleVector.broadcast(Species.DOUBLES, 3).fma(v, zero).abs().neg().sqrt();
            LongVector bits = v.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 12).or(1).and(3).add(1).sub(2).mul(5)
                    .lanewise(VectorOperators.XOR, LongVector.fromArray(Species.LONGS, words, 0)).lanewise(VectorOperators.LSHL, 3)
                    .not();
            w = w.blend(v, v.compare(VectorOperators.LT, 2)).blend(1, v.compare(VectorOperators.GT, w).not()).max(v).min(7);
            boolean any = v.compare(VectorOperators.EQ, w).anyTrue() || bits.compare(VectorOperators.LT, 5).allTrue();
            words[0] = any ? w.compare(VectorOperators.LE, v).toLong() : 0;
            bits.blend(bits.addIndex(1), bits.compare(VectorOperators.GT, 0)).intoArray(words, 0);
            bits.reinterpretAsDoubles().add(w).intoArray(x, 0);
        }
    }
}
