package io.github.scorelane.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides, for one vector loop, whether vectors or the scalar twin do the work. There is one gate for each loop. As both give the
 * same bits, the work may pass from one to the other at any element.
 *
 * <p>Until C2 has compiled a vector loop, each of its operations is a call that makes objects: hundreds of nanoseconds an element,
 * where the twin takes a few. No count of elements tells when C2 has done its work. So a gate that is cold lets the twin work, and
 * calls the vector loop with no elements, which is cheap and has C2 take notice of it. Every so often it gives the loop a few
 * elements and measures how long that takes. When three such trials in a row were fast, and the last made no objects, the gate is
 * hot: vectors do it all. A compiled loop still makes objects if C2 had seen too little of the Vector API, and such a loop is
 * slower than its twin for good. A hot loop is timed now and then too, as C2 may throw its code away, for example when a value
 * arrives that it had never seen. When two readings in a row were slow (one may be a thread that lost its processor), the gate is
 * cold again.
 *
 * <p>The time that trials take is bounded, over all gates together, by {@link TrialBudget}. Timing decides who works, never what
 * comes out. Fields that are not guarded may be seen late or overwritten by another thread: that costs a trial, no more. Fields
 * that change at each call are kept apart for each of eight groups of threads, as processors that wrote to the same line of the
 * cache at each call would wait for each other. In a virtual thread the JVM does not tell what is allocated, and time alone
 * decides.
 *
 * <p>A call that is hot takes the same path through {@link #head} as one that is cold: the share that vectors get is a number, and
 * no branch. If it were a branch, C2 would compile callers for one of its sides, and have to throw their code away at the switch.
 */
public final class Gate {
    /**
     * Number of places of {@link #groups} that belong to a group of threads: two lines of the cache, so that groups do not slow
     * each other down.
     */
    private static final int STRIDE = 16;
    private static final int GROUPS = 8;
    /**
     * Place in a group of the time at which a timed call began. The group's first place counts the calls until the gate decides
     * anew.
     */
    private static final int BEGAN = 1;
    /** Place in a group of the number of bytes that the thread had allocated when its trial began. */
    private static final int ALLOCATED = 2;

    /** Number of calls between two decisions of a cold gate, and of a hot one. */
    private static final int COLD_CALLS = 16;
    private static final int HOT_CALLS = 32;
    /** Number of calls that is never reached. */
    private static final long FOREVER = Long.MAX_VALUE;

    /**
     * Numbers of elements of trials: a vector or a few, then more, so that a slow loop is found out cheaply and a fast one for
     * sure.
     */
    private static final int FIRST = 8;
    private static final int FEW = 64;
    private static final int MANY = 256;
    private static final int GOOD_TRIALS = 3;

    /** Largest times in nanoseconds that compiled vectors take: for a call, for a call that is watched, and for each element. */
    private static final int CALL = 400;
    private static final int WATCHED_CALL = 4_000;
    private static final int ELEMENT = 20;

    /** Nanoseconds for which a gate stays cold at least after it fell the first time. Each fall doubles them, up to the largest. */
    private static final long FIRST_REST = 1_000_000;
    private static final long LONGEST_REST = 1_000_000_000;
    /** Nanoseconds after the end of a rest from which on earlier falls are forgotten. */
    private static final long FORGOTTEN = 10_000_000_000L;

    /**
     * Numbers of decisions of a cold gate, with the Vector API loaded, at which the loop is rehearsed. C2 knows of a branch only if
     * it was taken while the code of C1 counted branches, and that code is not made before some hundred calls.
     */
    private static final int[] REHEARSALS = {32, 96, 192};

    /** Number of numbers of a rehearsal: two vectors of 512 bits, as some loops take two at a time. */
    private static final int REHEARSED = 16;

    /** Number of decisions of a cold gate from which on its loop counts as much in use. */
    private static final int MUCH = 16;

    private static Gate newest;

    private final Gate older;
    private final boolean compares;
    private final int nanosOfElement;
    private final Rehearsal rehearsal;
    private final TrialBudget budget;
    /**
     * The loader that this gate asks; null stands for the JVM's own, which is made when a gate is asked first. Until then no
     * warning about missing vectors is due.
     */
    private final VectorLoader loader;
    private final long[] groups = new long[GROUPS * STRIDE];

    /**
     * Largest number of elements that a call gives to vectors. With 0 the vector loop is called with no elements; below 0 it is not
     * called.
     */
    private int share = -1;
    private boolean isHot;
    private int good;
    private int slow;
    private int falls;
    private int decisions;
    private int candidates;
    private int candidatesBefore;
    private int trial;
    private long rest;
    private Thread rehearser;
    private int rehearsed;

    Gate(boolean compares, int nanosOfElement, Rehearsal rehearsal, TrialBudget budget, VectorLoader loader) {
        this.compares = compares;
        this.nanosOfElement = nanosOfElement;
        this.rehearsal = rehearsal;
        this.budget = budget;
        this.loader = loader;
        older = null;
    }

    private Gate(boolean compares, int nanosOfElement, Rehearsal rehearsal) {
        this.compares = compares;
        this.nanosOfElement = nanosOfElement;
        this.rehearsal = rehearsal;
        budget = TrialBudget.SHARED;
        loader = null;
        synchronized (Gate.class) {
            older = newest;
            newest = this;
        }
    }

    /**
     * Makes a gate for a loop that neither compares nor blends.
     *
     * @param rehearsal works the loop on given numbers
     * @return a gate that is cold, but where a width is forced
     */
    public static Gate ofVectors(Rehearsal rehearsal) {
        return new Gate(false, ELEMENT, rehearsal);
    }

    /**
     * Makes a gate for a loop that compares or blends. On x86, C2 has no masks of two lanes: each is an object, and slower than
     * the scalar twin. So this gate stays cold where such masks would be needed.
     *
     * @param rehearsal works the loop on given numbers
     * @return a gate that is cold, but where a width is forced
     */
    public static Gate ofMasks(Rehearsal rehearsal) {
        return new Gate(true, ELEMENT, rehearsal);
    }

    /**
     * Makes a gate for a loop each of whose elements is as much work as many ordinary ones.
     *
     * @param compares true if the loop compares or blends
     * @param nanosOfElement largest time that an element takes on a slow machine, when the loop is compiled
     * @param rehearsal works the loop on given numbers
     * @return a gate that is cold, but where a width is forced
     */
    public static Gate of(boolean compares, int nanosOfElement, Rehearsal rehearsal) {
        return new Gate(compares, nanosOfElement, rehearsal);
    }

    /**
     * Says how many of a call's elements, the first ones, to give to the vector loop. The others are the twin's.
     *
     * @param length number of elements
     * @return their number, 0 where the loop is to be called for nothing, or −1 where it must not be called
     * @throws IllegalArgumentException if a system property has a value that it cannot have
     */
    public int head(int length) {
        int group = group();
        long left = groups[group] - 1;
        groups[group] = left;
        return left > 0 ? Math.min(length, share) : decide(length, group);
    }

    /**
     * Tells the gate that the vector loop is done. Each call of {@link #head} that did not return −1 has to be followed by one call
     * of this method.
     *
     * @param count number of elements that it worked
     * @return the count
     */
    public int end(int count) {
        int group = group();
        return groups[group + BEGAN] == 0 ? count : judge(count, group);
    }

    private VectorLoader loader() {
        return loader == null ? VectorLoader.SHARED : loader;
    }

    private static int group() {
        return ((int) Thread.currentThread().threadId() & GROUPS - 1) * STRIDE;
    }

    private int decide(int length, int group) {
        if (rehearser == Thread.currentThread()) {
            groups[group] = 1;
            return Math.min(length, rehearsed);
        }
        VectorOptions.check();
        groups[group] = isHot ? HOT_CALLS : COLD_CALLS;
        VectorLoader.State state = loader().state();
        if (state == VectorLoader.State.REFUSED || state != VectorLoader.State.WAITING && compares && !Lanes.MASKS) {
            groups[group] = FOREVER;
            isHot = false;
            share = -1;
        } else if (state == VectorLoader.State.FORCED) {
            groups[group] = FOREVER;
            isHot = true;
            share = Integer.MAX_VALUE;
        } else if (isHot) {
            groups[group + BEGAN] = budget.now();
        } else if (state == VectorLoader.State.READY) {
            share = 0;
            return prepare(length, group);
        }
        return Math.min(length, share);
    }

    /** Rehearses or tries the cold loop, if it is time for that. */
    private int prepare(int length, int group) {
        decisions++;
        if (Arrays.binarySearch(REHEARSALS, decisions) >= 0) {
            rehearse();
        }
        if (length < FIRST) {
            return 0;
        }
        candidates++;
        long now = budget.now();
        if (falls > 0 && now - rest < 0 || !budget.allows(now)) {
            return 0;
        }
        int size = Math.min(length, good > 0 ? trial : FIRST);
        groups[group + ALLOCATED] = good == GOOD_TRIALS - 1 ? budget.allocated() : 0;
        groups[group + BEGAN] = budget.now();
        return size;
    }

    private int judge(int count, int group) {
        long now = budget.now();
        long time = now - groups[group + BEGAN];
        groups[group + BEGAN] = 0;
        if (isHot) {
            watch(time, count, group, now);
        } else {
            budget.spend(now, time);
            judge(time, count, groups[group + ALLOCATED]);
        }
        return count;
    }

    private void judge(long time, int count, long allocatedBefore) {
        if (count == 0) {
            return;
        }
        if (time > CALL + (long) nanosOfElement * count) {
            good = 0;
            return;
        }
        trial = good == 0 ? FEW : MANY;
        if (++good < GOOD_TRIALS) {
            return;
        }
        if (budget.allocated() - allocatedBefore > count) {
            fall(budget.now());
        } else {
            open();
        }
    }

    private void open() {
        if (loader().isUntested() && !isRight()) {
            loader().refuse(rehearsal);
        } else {
            isHot = true;
            share = Integer.MAX_VALUE;
        }
    }

    private void fall(long now) {
        slow = 0;
        good = 0;
        share = 0;
        isHot = false;
        falls = falls > 0 && now - rest > FORGOTTEN ? 1 : falls + 1;
        rest = now + Math.min(LONGEST_REST, FIRST_REST << Math.min(falls - 1, 30));
    }

    private void watch(long time, int count, int group, long now) {
        if (count < FIRST) {
            return; // So few elements tell nothing about vectors.
        }
        if (time <= WATCHED_CALL + (long) nanosOfElement * count) {
            slow = 0;
        } else if (++slow == 1) {
            groups[group] = 1; // The next call is timed too.
        } else {
            fall(now);
        }
    }

    /** Shows the loop numbers of all kinds, so that C2 does not take branches for never taken that are only rare. */
    private void rehearse() {
        rehearse(new double[Rehearsal.RESULTS], 0, Integer.MAX_VALUE, REHEARSED);
    }

    /** Tells whether vectors give what the twin gives. */
    boolean isRight() {
        for (int round = 0; round < RehearsalNumbers.ROUNDS; round++) {
            double[] ofTwin = new double[Rehearsal.RESULTS];
            double[] ofVectors = new double[Rehearsal.RESULTS];
            rehearse(ofTwin, round, -1, Rehearsal.MOST);
            rehearse(ofVectors, round, Integer.MAX_VALUE, Rehearsal.MOST);
            if (!Arrays.equals(ofTwin, ofVectors)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Works the rehearsal in this thread, whatever the gate's state.
     *
     * @param results receives the results
     * @param round number of the set of numbers to work on
     * @param most largest number of a call's elements that vectors are given
     * @param length number of numbers to work
     */
    synchronized void rehearse(double[] results, int round, int most, int length) {
        int group = group();
        long before = groups[group];
        long began = groups[group + BEGAN];
        rehearser = Thread.currentThread();
        rehearsed = loader().state() == VectorLoader.State.REFUSED || compares && !Lanes.MASKS ? -1 : most;
        groups[group] = 1;
        groups[group + BEGAN] = 0;
        try {
            rehearsal.work(RehearsalNumbers.of(round), results, length);
        } finally {
            rehearser = null;
            groups[group] = before;
            groups[group + BEGAN] = began;
        }
    }

    boolean isHot() {
        return isHot;
    }

    /** Tells whether the gate has been asked since the Vector API is there, and is not hot yet though it could be. */
    boolean isWarming() {
        return !isHot && share == 0;
    }

    /** Loads the Vector API in this thread, if that has not begun, so that gates can open at once. */
    public static void load() {
        if (VectorLoader.SHARED.state() == VectorLoader.State.WAITING) {
            VectorLoader.SHARED.loadNow();
        }
    }

    /**
     * Tells whether all loops run in vectors that can, of those that were much in use since this was asked last.
     *
     * @return true if the Vector API is loaded, or never will be, and none of these gates is cold; who asks it twice at once may be
     *     told so too early
     */
    public static boolean areSettled() {
        boolean settled = VectorLoader.SHARED.state() != VectorLoader.State.WAITING;
        for (Gate gate : all()) {
            settled &= !gate.isWarming() || gate.candidates - gate.candidatesBefore < MUCH;
            gate.candidatesBefore = gate.candidates;
        }
        return settled;
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    /** Returns all gates of loops whose classes are initialised. */
    static synchronized List<Gate> all() {
        List<Gate> all = new ArrayList<>();
        for (Gate gate = newest; gate != null; gate = gate.older) {
            all.add(gate);
        }
        return all;
    }
}
