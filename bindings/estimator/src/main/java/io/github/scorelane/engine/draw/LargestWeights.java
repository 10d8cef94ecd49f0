package io.github.scorelane.engine.draw;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Collection of the largest logarithms of weights that one thread has seen. Equal ones are kept as often as they were seen, so that
 * what it holds in the end depends neither on the order in which it saw them nor on the number of collections that were merged.
 */
public final class LargestWeights implements Serializable {
    private final int most;
    /** The numbers that are kept, with twice the places that are needed, so that each sorting frees half of them. */
    private final double[] kept;
    private int count;
    /** The largest of all, which is known even if none is kept. */
    private double largest = Double.NEGATIVE_INFINITY;
    /** A number that all further ones have to exceed to be among the largest. */
    private double threshold = Double.NEGATIVE_INFINITY;

    /** Creates an empty collection that keeps at most the given number. */
    LargestWeights(int most) {
        this.most = most;
        kept = new double[2 * most];
    }

    /** Takes numbers; none is NaN. */
    public void add(double[] logWeights, int offset, int length) {
        if (most == 0) {
            for (int i = offset; i < offset + length; i++) {
                largest = Math.max(largest, logWeights[i]);
            }
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            if (logWeights[i] > threshold) {
                largest = Math.max(largest, logWeights[i]);
                kept[count++] = logWeights[i];
                if (count == kept.length) {
                    shrink();
                }
            }
        }
    }

    /** Takes what another collection has seen. */
    public void addAll(LargestWeights other) {
        largest = Math.max(largest, other.largest);
        add(other.kept, 0, other.count);
    }

    /** Returns the largest of all; −∞ if there is none. */
    public double largest() {
        return largest;
    }

    /** Returns the largest, from small to large; fewer than it may keep if fewer were seen that are above −∞. */
    public double[] sorted() {
        shrink();
        return Arrays.copyOf(kept, count);
    }

    private void shrink() {
        Arrays.sort(kept, 0, count);
        if (count > most) {
            System.arraycopy(kept, count - most, kept, 0, most);
            count = most;
        }
        // Numbers that equal the threshold are not kept any more, since they would change nothing.
        threshold = count > 0 && count == most ? kept[0] : threshold;
    }
}
