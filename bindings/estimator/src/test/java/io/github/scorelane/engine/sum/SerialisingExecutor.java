package io.github.scorelane.engine.sum;

import io.github.scorelane.Serialised;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * An executor that works as a cluster would: a task travels as bytes, each range of units is worked by a worker of a task of its
 * own that is made of those bytes, and what becomes of it travels back as bytes. Ranges are cut and worked, and parts handed on,
 * in a random order that a seed decides. It never uses the worker of the calling thread but for the first block.
 */
public final class SerialisingExecutor implements BlockExecutor {
    private final int most;
    private final boolean isAligned;
    private final Random random;
    private int ranges;
    private long units;

    /**
     * Creates an executor.
     *
     * @param ranges into how many ranges units are cut, as far as there are as many
     * @param isAligned whether ranges begin where branches of the tree do; or else anywhere
     * @param seed decides the cuts and the order
     */
    public SerialisingExecutor(int ranges, boolean isAligned, long seed) {
        most = ranges;
        this.isAligned = isAligned;
        random = new Random(seed);
    }

    /** Returns the number of ranges that were worked. */
    public int ranges() {
        return ranges;
    }

    /** Returns the number of units that were worked. */
    public long units() {
        return units;
    }

    @Override
    public void sum(BlockTask task, long first, long end, PartReceiver receiver) {
        byte[] bytes = Serialised.toBytes(task);
        Throwable failure = null;
        long failed = end;
        for (Range range : cut(first, end, receiver)) {
            // A failure of an earlier unit is still to be found, and one of a later unit would not be thrown.
            if (range.first < failed) {
                Answer answer = (Answer) Serialised.fromBytes(work(bytes, range));
                ranges++;
                units += range.end - range.first;
                if (answer.failure != null) {
                    failure = answer.failure;
                    failed = range.first;
                } else {
                    handOn(answer, receiver);
                }
            }
        }
        switch (failure) {
            case null -> { }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private void handOn(Answer answer, PartReceiver receiver) {
        Collections.shuffle(answer.parts, random);
        for (Part part : answer.parts) {
            receiver.accept(part.place, part.level, part.node);
        }
        receiver.accept(answer.tail);
    }

    /** Cuts units into ranges, and returns these in the order in which they are worked. */
    private List<Range> cut(long first, long end, PartReceiver receiver) {
        long origin = receiver.origin();
        TreeSet<Long> cuts = new TreeSet<>();
        for (int i = 1; first < end && i < most; i++) {
            long cut = first + (long) (random.nextDouble() * (end - first));
            long branch = isAligned ? Math.max(1, Long.highestOneBit((end - first) / most)) : 1;
            cuts.add(Math.max(first, (cut - origin) / branch * branch + origin));
        }
        cuts.add(first);
        cuts.remove(end);
        List<Range> all = new ArrayList<>();
        for (long cut : cuts) {
            Long next = cuts.higher(cut);
            all.add(new Range(cut, next == null ? end : next, origin, receiver.takesBranches()));
        }
        Collections.shuffle(all, random);
        return all;
    }

    /** Works a range where nothing is known but bytes. */
    private static byte[] work(byte[] bytes, Range range) {
        BlockTask task = (BlockTask) Serialised.fromBytes(bytes);
        if (task.own() != null) {
            throw new IllegalStateException("a worker has travelled");
        }
        Answers answers = new Answers(range);
        try {
            BlockWorker worker = task.worker();
            worker.sum(range.first, range.end, answers);
            byte[] answer = Serialised.toBytes(new Answer(answers.parts, worker.tail(), null));
            worker.done();
            return answer;
        } catch (RuntimeException | Error e) {
            return Serialised.toBytes(new Answer(new ArrayList<>(), null, e));
        }
    }

    /** The units from the first to before the end, and what their receiver asks for. */
    private record Range(long first, long end, long origin, boolean takesBranches) {}

    private record Part(long place, int level, double[] node) implements Serializable {}

    /** The result of a range: parts and what was noticed, or a failure. */
    private record Answer(ArrayList<Part> parts, Tail tail, Throwable failure) implements Serializable {}

    /** Stands for the receiver where a range is worked, and keeps its parts. */
    private static final class Answers extends PartReceiver {
        private final Range range;
        private final ArrayList<Part> parts = new ArrayList<>();

        Answers(Range range) {
            this.range = range;
        }

        @Override
        public long origin() {
            return range.origin;
        }

        @Override
        public boolean takesBranches() {
            return range.takesBranches;
        }

        @Override
        public void accept(long place, int level, double[] node) {
            if (place % (1L << level) != 0) {
                throw new IllegalStateException("no branch begins at " + place + " that is of level " + level);
            }
            parts.add(new Part(place, level, node.clone()));
        }
    }
}
