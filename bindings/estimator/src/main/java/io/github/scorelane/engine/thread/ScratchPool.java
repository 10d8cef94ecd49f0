package io.github.scorelane.engine.thread;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Pool of working arrays that are kept from one estimate to the next, so that small estimates in a loop do not allocate them again.
 * It serves an estimator that is kept as well as a new estimator for each estimate.
 *
 * <p>All threads share one pool, and no thread holds a reference into it. So a thread of an application's own pool keeps no class
 * of this library alive, a thread that ends leaves nothing behind, and a virtual thread, which mostly works only once, finds what
 * others left. A thread looks first at the place of its thread number, where it put its last scratch, and then at a few places
 * beyond, so that threads seldom meet. Scratch that is taken stands at no place of the pool: an f that makes an estimate of its
 * own gets other scratch, and scratch that is never given back, because f threw, is left to the garbage collector.
 *
 * <p>The pool holds its pieces by soft references: the garbage collector takes away those that were not used for long, and all of
 * them before memory runs out. The pool has at most {@link #WAYS} pieces for each processor; the number of processors is rounded
 * up to a power of two and is at least four. A piece above {@link #SMALL} bytes, as a problem of many coordinates needs, is kept
 * only while all such pieces together take no more than a thirty-second of the largest heap; others are given up for it.
 *
 * @param <K> the description of the scratch that is asked for
 * @param <S> the scratch
 */
public final class ScratchPool<K, S extends ReusableScratch> {
    /** Number of pieces for each processor, so that one thread may work in that many shapes by turns. */
    static final int WAYS = 4;
    /** Number of bytes up to which a piece is small, and not counted. */
    static final long SMALL = 1 << 18;
    /** Distance between groups of places, in places, so that two threads do not write to one cache line. */
    private static final int STRIDE = 32;
    /** Number of groups that a thread looks at, its own first. */
    private static final int LOOKS = 8;
    private static final int MAX_GROUPS = 1 << 10;

    private final BiPredicate<S, K> fits;
    private final Function<K, S> make;
    private final int groups;
    private final long most;
    private final AtomicReferenceArray<ReusableScratch.Idle> places;
    /** Bytes of all large pieces in the pool. */
    private final AtomicLong bytes = new AtomicLong();
    /** Counter of the place that is overwritten next in a full group. It is not synchronised: a lost count does no harm. */
    private int turn;

    /**
     * Creates the pool for this JVM's processors and memory.
     *
     * @param fits tells whether scratch serves a request
     * @param make makes new scratch for a request
     */
    public ScratchPool(BiPredicate<S, K> fits, Function<K, S> make) {
        this(fits, make, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 32);
    }

    /** Creates a pool for the given number of processors, with the given most bytes of large pieces. */
    ScratchPool(BiPredicate<S, K> fits, Function<K, S> make, int processors, long most) {
        this.fits = fits;
        this.make = make;
        this.most = most;
        int wanted = Math.clamp(processors, WAYS, MAX_GROUPS);
        groups = Integer.highestOneBit(2 * wanted - 1);
        places = new AtomicReferenceArray<>(groups * STRIDE);
    }

    /** Returns scratch that fits, from the pool or newly made. Nobody else has it until it is given back. */
    public S take(K wanted) {
        int own = own();
        for (int look = 0; look < Math.min(LOOKS, groups); look++) {
            int first = first(own + look);
            for (int place = first; place < first + WAYS; place++) {
                ReusableScratch.Idle idle = places.getAcquire(place);
                if (idle == null) {
                    continue;
                }
                @SuppressWarnings("unchecked") // giveBack alone puts it there, and takes nothing but S
                S scratch = (S) idle.get();
                if ((scratch == null || fits.test(scratch, wanted)) && remove(place, idle) && scratch != null) {
                    return scratch;
                }
            }
        }
        return make.apply(wanted);
    }

    /** Keeps scratch for others. Whoever gives it back must have taken it here, and must not touch it again. */
    public void giveBack(S scratch) {
        ReusableScratch.Idle idle = scratch.idle();
        idle.bytes = scratch.bytes();
        if (idle.bytes > SMALL && !makeRoom(idle.bytes)) {
            return;
        }
        int own = own();
        for (int look = 0; look < Math.min(LOOKS, groups); look++) {
            int first = first(own + look);
            for (int place = first; place < first + WAYS; place++) {
                ReusableScratch.Idle there = places.getAcquire(place);
                // A place whose piece the garbage collector took away is free again.
                if (there == null || there.refersTo(null) && remove(place, there)) {
                    if (places.compareAndSet(place, null, idle)) {
                        return;
                    }
                }
            }
        }
        // All places are taken, so one is overwritten, each in its turn: otherwise shapes that nobody wants any more would stay,
        // and shapes that are wanted by turns would push each other out for ever.
        ReusableScratch.Idle before = places.getAndSet(first(own) + (turn++ & WAYS - 1), idle);
        if (before != null) {
            uncount(before);
        }
    }

    private int own() {
        return (int) Thread.currentThread().threadId();
    }

    private int first(int group) {
        return (group & groups - 1) * STRIDE;
    }

    private boolean remove(int place, ReusableScratch.Idle idle) {
        boolean removed = places.compareAndSet(place, idle, null);
        if (removed) {
            uncount(idle);
        }
        return removed;
    }

    private void uncount(ReusableScratch.Idle idle) {
        if (idle.bytes > SMALL) {
            bytes.addAndGet(-idle.bytes);
        }
    }

    /** Counts a large piece and gives up others for it where there are too many bytes; returns false if it can never fit. */
    private boolean makeRoom(long needed) {
        if (needed > most) {
            return false;
        }
        for (int place = 0; bytes.addAndGet(needed) > most; place++) {
            bytes.addAndGet(-needed);
            for (; place < places.length(); place++) {
                ReusableScratch.Idle idle = places.getAcquire(place);
                if (idle != null && idle.bytes > SMALL && remove(place, idle)) {
                    break;
                }
            }
            if (place == places.length()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the number of pieces that are kept now. */
    int size() {
        int size = 0;
        for (int place = 0; place < places.length(); place++) {
            size += places.get(place) == null ? 0 : 1;
        }
        return size;
    }

    /** Returns the bytes of the large pieces that are kept now. */
    long largeBytes() {
        return bytes.get();
    }
}
