package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.EightLanes;
import java.io.Serializable;
import java.util.function.IntPredicate;

/**
 * Monitor of the largest part of a component's sum of squares that one lane of one block has, which is 128 samples. If that is much
 * of the sum, a few samples decide the estimate and its error. It costs a comparison for each lane, and none for a sample.
 */
public final class TailMonitor implements Serializable {
    /** The fewest blocks that have enough lanes to tell. */
    static final int MIN_BLOCKS = 8;
    /**
     * The part up to which terms are trusted. Finite variances show at most 0.09, and infinite ones a median of 0.35 at 20,000
     * samples.
     */
    private static final double TRUSTED = 0.2;
    /** The same under control variates, which may leave longer tails: a polynomial h leaves up to a half in one lane. */
    private static final double TRUSTED_WITH_CONTROLS = 0.5;

    private final int first;
    private final int stride;
    private final double[] largest;

    /**
     * Creates a monitor of a node's sums of squares.
     *
     * @param components number of components
     * @param first index of the first component's sums of squares, a number for each lane
     * @param stride distance to those of the next component
     */
    TailMonitor(int components, int first, int stride) {
        this.first = first;
        this.stride = stride;
        largest = new double[components];
    }

    /** Takes a block's sums. */
    public void see(double[] node) {
        for (int p = 0; p < largest.length; p++) {
            int at = first + p * stride;
            for (int lane = 0; lane < EightLanes.COUNT; lane++) {
                largest[p] = Math.max(largest[p], node[at + lane]);
            }
        }
    }

    /** Takes what another monitor has seen. */
    public void merge(TailMonitor other) {
        for (int p = 0; p < largest.length; p++) {
            largest[p] = Math.max(largest[p], other.largest[p]);
        }
    }

    /** Returns the component of which a few samples decide most, if that is too much, by the sums of all blocks; or null. */
    public DominantTerm dominant(double[] root, IntPredicate hasControls) {
        DominantTerm worst = null;
        for (int p = 0; p < largest.length; p++) {
            double share = largest[p] / EightLanes.fold(root, first + p * stride);
            double trusted = hasControls.test(p) ? TRUSTED_WITH_CONTROLS : TRUSTED;
            if (share > (worst == null ? trusted : Math.max(trusted, worst.share()))) {
                worst = new DominantTerm(p, share);
            }
        }
        return worst;
    }
}
