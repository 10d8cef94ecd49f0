package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.EightLanes;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * How much of a component's sum of squares one lane of one block has, which is 128 samples: much of it, and a few samples decide
 * the estimate and its error. That costs a comparison for each lane, and none for a sample.
 */
final class LargestTerms {
    /** Fewer blocks have too few lanes to tell. */
    static final int MIN_BLOCKS = 8;
    /** Of a finite variance less is seen: at most 0.09, where an infinite one has a median of 0.35 at 20,000 samples. */
    private static final double TRUSTED = 0.2;
    /** Control variates may leave longer tails: a polynomial h leaves one of a higher degree, of which it is up to a half. */
    private static final double TRUSTED_WITH_CONTROLS = 0.5;

    private final IntUnaryOperator squares;
    private final double[] largest;

    /** None yet; the sums of squares of a component are at a place of each node. */
    LargestTerms(int parameters, IntUnaryOperator squares) {
        this.squares = squares;
        largest = new double[parameters];
    }

    /** For another thread, to be merged. */
    LargestTerms ofThread() {
        return new LargestTerms(largest.length, squares);
    }

    /** Takes a block's sums. */
    void see(double[] node) {
        for (int p = 0; p < largest.length; p++) {
            int at = squares.applyAsInt(p);
            for (int lane = 0; lane < EightLanes.COUNT; lane++) {
                largest[p] = Math.max(largest[p], node[at + lane]);
            }
        }
    }

    void merge(LargestTerms other) {
        for (int p = 0; p < largest.length; p++) {
            largest[p] = Math.max(largest[p], other.largest[p]);
        }
    }

    /** The component of which most is decided by a few samples, if that is too much; of the sums of all blocks. */
    Dominated dominated(double[] root, IntPredicate hasControls) {
        Dominated worst = null;
        for (int p = 0; p < largest.length; p++) {
            double share = largest[p] / EightLanes.fold(root, squares.applyAsInt(p));
            double trusted = hasControls.test(p) ? TRUSTED_WITH_CONTROLS : TRUSTED;
            if (share > (worst == null ? trusted : Math.max(trusted, worst.share()))) {
                worst = new Dominated(p, share);
            }
        }
        return worst;
    }
}
