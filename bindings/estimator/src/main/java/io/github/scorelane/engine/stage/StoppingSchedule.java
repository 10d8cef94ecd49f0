package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.sum.Problem;

/**
 * Schedule of the numbers of blocks after which a run looks at its errors: ⌈8·1.5^k⌉, k = 0, 1, … A run that ends at the first look
 * at which its error happens to be small has an error bar that is too small on average. Few looks, and none before 8,192 samples,
 * keep that effect small.
 */
public final class StoppingSchedule {
    /** Most samples of a run. */
    public static final long UNLIMITED = Problem.MAX_SAMPLES;

    private StoppingSchedule() {}

    /**
     * Returns the number of blocks at the first look after the given number of blocks. The powers of 1.5 are inexact from k = 33
     * on, but rounded by IEEE 754 and therefore the same on every machine.
     */
    static long after(long blocks) {
        double look = 8;
        while (Math.ceil(look) <= blocks) {
            look *= 1.5;
        }
        return (long) Math.ceil(look);
    }

    /** Tells whether there is a look after exactly the given number of blocks. */
    static boolean isAt(long blocks) {
        return blocks > 0 && after(blocks - 1) == blocks;
    }

    /** Returns the number of samples at the first look at the given number of samples or more. */
    static long atOrAfter(long samples) {
        return after(Math.ceilDiv(samples, BlockSampler.BLOCK) - 1) * BlockSampler.BLOCK;
    }
}
