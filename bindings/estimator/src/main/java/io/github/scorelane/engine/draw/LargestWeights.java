package io.github.scorelane.engine.draw;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The largest of the logarithms of weights that one thread has seen, as a multiset: what it holds in the end, in order, does not
 * depend on the order in which it saw them, nor on how many such collections they went through.
 */
public final class LargestWeights implements Serializable {
    private final int most;
    /** Of twice the places, so that each sorting frees half of them. */
    private final double[] kept;
    private int count;
    /** The largest of all, whether any is kept or not. */
    private double largest = Double.NEGATIVE_INFINITY;
    /** No number below it is among the largest. */
    private double threshold = Double.NEGATIVE_INFINITY;

    /** A collection of the so many largest. */
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

    /** The largest of all; −∞ if there is none. */
    public double largest() {
        return largest;
    }

    /** The largest, from small to large. There are fewer than asked for if fewer were seen that are above −∞. */
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
        // Its equals are not kept any more: they would change nothing.
        threshold = count > 0 && count == most ? kept[0] : threshold;
    }
}
