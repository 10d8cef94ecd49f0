package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.SumTree;
import java.util.List;
import java.util.function.Supplier;

/**
 * The sums of consecutive blocks along the binary tree over them, which several threads may extend. Neither their number nor how
 * the blocks are cut shows in the bits. What is kept does not grow with the number of blocks, but as its logarithm.
 */
final class BlockSums {
    /** Blocks that a thread sums before it hands them on; a power of two. */
    private static final int MAX_CHUNK = 64;
    /** Nodes of a tree over the blocks of a chunk. */
    static final int LEVELS = Integer.numberOfTrailingZeros(MAX_CHUNK) + 1;
    private static final int CHUNKS_PER_THREAD = 16;

    private final Problem problem;
    private final long origin;
    private final SumTree tree;
    /** Branches that wait for those before them. */
    private final EarlyBranches early;
    /** What is watched besides; or null. */
    private LargestTerms terms;

    /** No sums yet, on a tree that is cleared, and branches too; the first block will be {@code origin}. */
    BlockSums(Problem problem, long origin, SumTree tree, EarlyBranches early) {
        this.problem = problem;
        this.origin = origin;
        this.tree = tree;
        tree.clear();
        this.early = early;
        early.clear();
    }

    /** Has the largest terms of all blocks from now on seen. */
    void watch(LargestTerms newTerms) {
        terms = newTerms;
    }

    /** The first block that is not in the sums. */
    long end() {
        return origin + tree.count();
    }

    /** Adds the sums of the next block, which are known; they are used up as scratch. */
    void add(double[] node) {
        if (terms != null) {
            terms.see(node);
        }
        tree.add(node);
    }

    /** Adds the blocks before another. The caller works with what is its own, other threads each with a new one. */
    void extendTo(long end, BlockWork own, Supplier<BlockWork> others) {
        long first = end();
        if (first >= end) {
            return;
        }
        Crew crew = new Crew();
        Threads threads = problem.threads();
        if (threads.count() == 1) {
            crew.run(1, threads, () -> new Worker(crew, own) {
                @Override
                public void work(long task) {
                    // Nobody else ends the work of a thread that works by itself.
                    work.begin(null, task);
                    BlockRangeEvent event = Flight.range(problem);
                    addAll(first, end);
                    commit(event, first, end);
                }
            });
            return;
        }
        long share = (end - first) / ((long) CHUNKS_PER_THREAD * threads.count());
        long chunk = Long.highestOneBit(Math.clamp(share, 1, MAX_CHUNK));
        long firstChunk = (first - origin) / chunk;
        long chunks = Math.ceilDiv(end - origin, chunk) - firstChunk;
        Thread caller = Thread.currentThread();
        crew.run(chunks, threads, () -> new Worker(crew, Thread.currentThread() == caller ? own : others.get()) {
            @Override
            public void work(long task) {
                work.begin(crew, task);
                long from = Math.max(first, origin + (firstChunk + task) * chunk);
                long to = Math.min(end, origin + (firstChunk + task + 1) * chunk);
                BlockRangeEvent event = Flight.range(problem);
                handOn(from, to);
                commit(event, from, to);
            }

            @Override
            public void done() {
                merge(largest);
                if (work != own) {
                    work.done();
                }
            }
        });
    }

    /** What is kept of the first blocks: of all, or of all but the last one, if that was worked by itself. */
    List<double[]> nodes(long blocks) {
        return tree.nodes(blocks);
    }

    /** Takes up the sums of so many blocks, where there are none yet. */
    void restore(long blocks, List<double[]> nodes) {
        long left = blocks;
        for (double[] node : nodes) {
            tree.add(node.clone(), Long.numberOfTrailingZeros(Long.highestOneBit(left)));
            left -= Long.highestOneBit(left);
        }
    }

    /** The sums of all blocks so far. */
    void copyTo(double[] root) {
        tree.copyTo(root);
    }

    /** One thread's. */
    private abstract class Worker implements Crew.Worker {
        final Crew crew;
        final BlockWork work;
        /** What this thread sees of the largest terms, where it does not see all; or null. */
        final LargestTerms largest = terms == null || problem.threads().count() == 1 ? null : terms.ofThread();

        Worker(Crew crew, BlockWork work) {
            this.crew = crew;
            this.work = work;
        }

        /** One thread adds all on the tree itself: it orders nothing. */
        final void addAll(long first, long end) {
            for (long block = first; block < end; block++) {
                work.sum(block);
                add(work.node());
            }
        }

        /** Whole branches of the tree, one after the other. */
        final void handOn(long first, long end) {
            for (long block = first; block < end; ) {
                long place = block - origin;
                long most = Long.highestOneBit(end - block);
                long branch = place == 0 ? most : Math.min(most, Long.lowestOneBit(place));
                for (long last = block + branch; block < last; block++) {
                    work.sum(block);
                    if (largest != null) {
                        largest.see(work.node());
                    }
                    work.branch().add(work.node());
                }
                work.branch().drainTo(work.node());
                accept(place, Long.numberOfTrailingZeros(branch), work.node());
            }
        }

        final void commit(BlockRangeEvent event, long first, long end) {
            if (event != null) {
                event.commit(first, end - first, Math.min(problem.samples(), end * Problem.BLOCK) - first * Problem.BLOCK);
            }
        }
    }

    private synchronized void merge(LargestTerms ofThread) {
        if (ofThread != null) {
            terms.merge(ofThread);
        }
    }

    /** Takes a branch, and uses it up as scratch; one that is early is copied. */
    private synchronized void accept(long place, int level, double[] node) {
        if (place != tree.count()) {
            early.put(place, level, node);
            return;
        }
        tree.add(node, level);
        early.addTo(tree);
    }
}
