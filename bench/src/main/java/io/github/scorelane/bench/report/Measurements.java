package io.github.scorelane.bench.report;

import io.github.scorelane.bench.speed.Implementation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that a run measured.
 *
 * @param list in the order in which it was measured
 */
record Measurements(List<Measurement> list) {
    Optional<Measurement> find(Quantity quantity, String implementation, int size) {
        return list.stream().filter(m -> m.quantity() == quantity && m.implementation().equals(implementation)
                && m.size() == size).findFirst();
    }

    /** How many times faster simd is than another. */
    Optional<Measured> speedup(Quantity quantity, String than, int size) {
        Optional<Measurement> simd = find(quantity, Implementation.SIMD, size);
        return find(quantity, than, size).flatMap(other -> simd.map(
                fast -> other.nanoseconds().dividedBy(fast.nanoseconds())));
    }

    List<Integer> sizes() {
        return list.stream().map(Measurement::size).distinct().sorted().toList();
    }

    /**
     * Bytes that one more element costs: what an operation allocates however many elements it has is not in it. It takes two
     * sizes to tell.
     */
    Optional<Double> marginalBytes(Quantity quantity, String implementation) {
        List<Measurement> bySize = sizes().stream().flatMap(size -> find(quantity, implementation, size).stream()).toList();
        if (bySize.size() < 2) {
            return Optional.empty();
        }
        Measurement least = bySize.getFirst();
        Measurement most = bySize.getLast();
        return Optional.of(Math.max(0, (most.bytes() - least.bytes()) / (most.size() - least.size())));
    }

    /** Whether every implementation of every quantity was measured, at two sizes or more. */
    boolean isComplete() {
        List<Integer> sizes = sizes();
        return sizes.size() > 1 && Arrays.stream(Quantity.values()).allMatch(
                quantity -> quantity.implementations().stream().allMatch(
                        implementation -> sizes.stream().allMatch(
                                size -> find(quantity, implementation, size).isPresent())));
    }

    /** What "simd" was, for a person. */
    String simd() {
        List<Integer> bits = list.stream().filter(m -> m.implementation().equals(Implementation.SIMD))
                .map(Measurement::vectorBits).distinct().sorted().toList();
        return bits.equals(List.of(0)) ? "no vectors: simd ran the scalar twins"
                : String.join(" and ", bits.stream().map(Object::toString).toList()) + "-bit vectors";
    }
}
