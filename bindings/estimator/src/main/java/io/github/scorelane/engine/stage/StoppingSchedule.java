package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.sum.Problem;

/**
 * After how many blocks a run looks at its errors: ⌈8·1.5^k⌉, k = 0, 1, … So few looks, and none before 8,192 samples, that what
 * is won by stopping at a lucky one stays small.
 */
public final class StoppingSchedule {
    /** The most samples of a run. */
    public static final long UNLIMITED = Problem.MAX_SAMPLES;

    private StoppingSchedule() {}

    /** The first look after so many blocks. The powers are rounded from k = 33 on, by IEEE 754, and so everywhere alike. */
    static long after(long blocks) {
        double look = 8;
        while (Math.ceil(look) <= blocks) {
            look *= 1.5;
        }
        return (long) Math.ceil(look);
    }

    /** Whether there is a look after so many blocks. */
    static boolean isAt(long blocks) {
        return blocks > 0 && after(blocks - 1) == blocks;
    }

    /** The first look at so many samples or more. */
    static long atOrAfter(long samples) {
        return after(Math.ceilDiv(samples, BlockSampler.BLOCK) - 1) * BlockSampler.BLOCK;
    }
}
