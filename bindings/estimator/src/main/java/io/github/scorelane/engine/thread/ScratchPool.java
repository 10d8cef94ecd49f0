package io.github.scorelane.engine.thread;

import io.github.scorelane.engine.sum.Scratch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Scratch that is kept from one estimate to the next, so that small estimates in a loop do not allocate it again, whether they are
 * an estimator's that is kept or each one's of its own.
 *
 * <p>All threads have one pool, and a thread holds nothing of it. So a thread of an application's pool keeps no class of this
 * library alive, a thread that ends leaves nothing behind, and a virtual thread, which mostly works once, finds what others left. A
 * thread looks first where it put its last scratch, by its number, and then at some places beyond, so that threads seldom meet.
 * Scratch that is taken is in no place of the pool: an f that makes an estimate of its own has other scratch, and what is never
 * given back, because f threw, is left to the garbage collector.
 *
 * <p>The pool holds softly what it has: the garbage collector takes away what was not used for long, and all of it before memory
 * runs out. At most it has {@link #WAYS} pieces for each processor; processors are counted up to a power of two, and as four
 * where they are fewer. A piece above {@link #SMALL} bytes, as of many coordinates, is kept only as far as all such pieces
 * together have no more than a thirty-second of the largest heap; others make room for it.
 *
 * @param <K> what scratch is asked for
 * @param <S> the scratch
 */
public final class ScratchPool<K, S extends ReusableScratch> {
    /** Pieces of a processor: one thread may work in so many shapes by turns. */
    static final int WAYS = 4;
    /** Bytes up to which a piece is not counted. */
    static final long SMALL = 1 << 18;
    /** The distance between groups of places, so that two threads do not write to one cache line. */
    private static final int STRIDE = 32;
    /** Groups that a thread looks at, of which the first is its own. */
    private static final int LOOKS = 8;
    private static final int MAX_GROUPS = 1 << 10;

    private final BiPredicate<S, K> fits;
    private final Function<K, S> make;
    private final int groups;
    private final long most;
    private final AtomicReferenceArray<ReusableScratch.Idle> places;
    /** Bytes of the pieces that are counted. */
    private final AtomicLong bytes = new AtomicLong();
    /** Whose turn it is to make room; threads may lose a count. */
    private int turn;

    /** The pool of a JVM of so many processors and bytes. */
    public ScratchPool(BiPredicate<S, K> fits, Function<K, S> make) {
        this(fits, make, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() / 32);
    }

    ScratchPool(BiPredicate<S, K> fits, Function<K, S> make, int processors, long most) {
        this.fits = fits;
        this.make = make;
        this.most = most;
        int wanted = Math.clamp(processors, WAYS, MAX_GROUPS);
        groups = Integer.highestOneBit(2 * wanted - 1);
        places = new AtomicReferenceArray<>(groups * STRIDE);
    }

    /** Scratch that nobody else has until it is given back. */
    public S take(K wanted) {
        int own = own();
        for (int look = 0; look < Math.min(LOOKS, groups); look++) {
            int first = first(own + look);
            for (int place = first; place < first + WAYS; place++) {
                ReusableScratch.Idle idle = places.getAcquire(place);
                if (idle == null) {
                    continue;
                }
                @SuppressWarnings("unchecked") // only giveBack puts it there
                S scratch = (S) idle.get();
                if ((scratch == null || fits.test(scratch, wanted)) && remove(place, idle) && scratch != null) {
                    return scratch;
                }
            }
        }
        return make.apply(wanted);
    }

    /** Keeps scratch for others. Who gives it back must have taken it, and not touch it again. */
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
                // A piece that the garbage collector took away leaves its place.
                if (there == null || there.refersTo(null) && remove(place, there)) {
                    if (places.compareAndSet(place, null, idle)) {
                        return;
                    }
                }
            }
        }
        // Each in its turn, or shapes that nobody wants any more would stay, and those that are wanted miss each other for ever.
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

    /** Counts a large piece; others are given up for it where there are too many. */
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

    /** Pieces that are kept now. */
    int size() {
        int size = 0;
        for (int place = 0; place < places.length(); place++) {
            size += places.get(place) == null ? 0 : 1;
        }
        return size;
    }

    /** Bytes of the large pieces that are kept now. */
    long largeBytes() {
        return bytes.get();
    }
}
