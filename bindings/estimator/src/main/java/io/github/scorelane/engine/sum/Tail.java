package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.draw.LargestWeights;
import io.github.scorelane.engine.evaluate.OneValue;
import java.io.Serializable;

/**
 * Notes that the workers of a run make besides the sums: whether each output had more than one value, the largest terms, the
 * largest weights. Each worker has its own, and they are merged, in any order, to the same.
 *
 * @param seen whether each output had more than one value; null if nobody takes note
 * @param terms the largest terms of each output; null where none is watched
 * @param weights the largest weights; null if samples are not weighted
 */
public record Tail(OneValue[] seen, TailMonitor[] terms, LargestWeights weights) implements Serializable {
    /** Takes what another has noticed. */
    public void merge(Tail other) {
        for (int o = 0; seen != null && o < seen.length; o++) {
            seen[o].merge(other.seen[o]);
        }
        for (int o = 0; terms != null && o < terms.length; o++) {
            if (terms[o] != null && other.terms[o] != null) {
                terms[o].merge(other.terms[o]);
            }
        }
        if (weights != null) {
            weights.addAll(other.weights);
        }
    }
}
