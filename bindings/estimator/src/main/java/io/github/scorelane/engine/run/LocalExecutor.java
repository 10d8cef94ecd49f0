package io.github.scorelane.engine.run;

import io.github.scorelane.engine.flight.BlockRangeEvent;
import io.github.scorelane.engine.flight.Flight;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.BlockSums;
import io.github.scorelane.engine.sum.BlockTask;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.PartReceiver;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.thread.Crew;
import io.github.scorelane.engine.thread.Threads;

/**
 * Executor that works on threads of this machine: the caller's, and others that help it. Each takes one range of units after the
 * other, and hands on their sums.
 *
 * @param threads the number of threads, and their source
 * @param estimate number of the estimate in a flight recording; 0 where it is not recorded
 */
public record LocalExecutor(Threads threads, long estimate) implements BlockExecutor {
    /** Number of ranges for each thread, large enough that no thread waits long for the last one. */
    private static final int RANGES_PER_THREAD = 16;

    @Override
    public LocalExecutor recorded(long number) {
        return number == estimate ? this : new LocalExecutor(threads, number);
    }

    @Override
    public void sumFirstBlock(BlockWorker own) {
        // The first block of a replicate is in the range of that replicate.
        BlockRangeEvent event = own.problem().replicates() > 0 ? null : Flight.range(estimate);
        own.sumFirstBlock();
        commit(event, own.problem(), 0, 1);
    }

    @Override
    public void sum(BlockTask task, long first, long end, PartReceiver receiver) {
        if (first >= end) {
            return;
        }
        long share = (end - first) / ((long) RANGES_PER_THREAD * threads.count());
        long length = receiver.takesBranches() ? Long.highestOneBit(Math.clamp(share, 1, BlockSums.MAX_BRANCH)) : 1;
        Ranges ranges = new Ranges(first, end, length, (first - receiver.origin()) / length * length + receiver.origin());
        Crew crew = new Crew();
        Thread caller = Thread.currentThread();
        crew.run(Math.ceilDiv(end - ranges.begin, length), threads, () -> new RangeWorker(task, receiver, ranges, crew, estimate,
                Thread.currentThread() == caller ? task.own() : null));
    }

    /** Works all units one after the other. Nobody else ends the work of this thread, which asks for interruptions only. */
    @Override
    public boolean sumAlone(BlockWorker own, long first, long end, PartReceiver receiver) {
        if (threads.count() > 1) {
            return false;
        }
        try {
            Crew.requireNotInterrupted();
            own.begin(null, 0);
            // A unit that is wanted by itself is a range of its own, as among several threads.
            long length = receiver.takesBranches() ? end - first : 1;
            for (long from = first; from < end; from += length) {
                BlockRangeEvent event = Flight.range(estimate);
                own.sumEach(from, from + length, receiver);
                commit(event, own.problem(), from, from + length);
            }
            return true;
        } catch (RuntimeException | Error e) {
            throw Crew.ended(e);
        }
    }

    private static void commit(BlockRangeEvent event, Problem problem, long first, long end) {
        if (event != null) {
            long blocks = problem.blocksOfUnit();
            event.commit(first * blocks, (end - first) * blocks, problem.samples(first, end));
        }
    }

    /** Units that are cut into ranges of one length, at multiples of it; the first range and the last may be shorter. */
    private record Ranges(long first, long end, long length, long begin) {
        long first(long range) {
            return Math.max(first, begin + range * length);
        }

        long end(long range) {
            return Math.min(end, begin + (range + 1) * length);
        }
    }

    /** Works the ranges of one thread. */
    private static final class RangeWorker implements Crew.Worker {
        private final BlockTask task;
        private final PartReceiver receiver;
        private final Ranges ranges;
        private final Crew crew;
        private final long estimate;
        private final BlockWorker worker;

        RangeWorker(BlockTask task, PartReceiver receiver, Ranges ranges, Crew crew, long estimate, BlockWorker own) {
            this.task = task;
            this.receiver = receiver;
            this.ranges = ranges;
            this.crew = crew;
            this.estimate = estimate;
            worker = own == null ? task.worker() : own;
        }

        @Override
        public void work(long range) {
            long first = ranges.first(range);
            long end = ranges.end(range);
            worker.begin(crew, range);
            BlockRangeEvent event = Flight.range(estimate);
            worker.sum(first, end, receiver);
            commit(event, task.problem(), first, end);
        }

        @Override
        public void done() {
            if (worker != task.own()) {
                receiver.accept(worker.tail());
                worker.done();
            }
        }
    }
}
