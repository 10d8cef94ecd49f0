package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.speed.Implementation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The speeds that a run measured.
 *
 * @param list the rows, in the order in which they were measured
 */
record Speeds(List<Speed> list) {
    Optional<Speed> find(Quantity quantity, String implementation, int size) {
        return list.stream().filter(speed -> speed.quantity() == quantity && speed.implementation().equals(implementation)
                && speed.size() == size).findFirst();
    }

    /** The number of times that simd is faster than another. */
    Optional<Interval> speedup(Quantity quantity, String than, int size) {
        Optional<Speed> simd = find(quantity, Implementation.SIMD, size);
        return find(quantity, than, size).flatMap(other -> simd.map(
                fast -> other.nanoseconds().dividedBy(fast.nanoseconds())));
    }

    List<Integer> sizes() {
        return list.stream().map(Speed::size).distinct().sorted().toList();
    }

    /**
     * Bytes that one more element costs: what an operation allocates however many elements it has is not in it. It takes two
     * sizes to tell.
     */
    Optional<Double> marginalBytes(Quantity quantity, String implementation) {
        List<Speed> bySize = sizes().stream().flatMap(size -> find(quantity, implementation, size).stream()).toList();
        if (bySize.size() < 2) {
            return Optional.empty();
        }
        Speed least = bySize.getFirst();
        Speed most = bySize.getLast();
        return Optional.of(Math.max(0, (most.bytes() - least.bytes()) / (most.size() - least.size())));
    }

    /** Tells whether every implementation of every quantity was measured, at two sizes or more. */
    boolean isComplete() {
        List<Integer> sizes = sizes();
        return sizes.size() > 1 && Arrays.stream(Quantity.values()).allMatch(
                quantity -> quantity.implementations().stream().allMatch(
                        implementation -> sizes.stream().allMatch(
                                size -> find(quantity, implementation, size).isPresent())));
    }

    /** The words that tell a person what "simd" was. */
    String simd() {
        List<Integer> bits = list.stream().filter(speed -> speed.implementation().equals(Implementation.SIMD))
                .map(Speed::vectorBits).distinct().sorted().toList();
        return bits.equals(List.of(0)) ? "no vectors: simd ran the scalar twins"
                : String.join(" and ", bits.stream().map(Object::toString).toList()) + "-bit vectors";
    }

    /**
     * One row of JMH's results.
     *
     * @param quantity the quantity that was measured
     * @param implementation the implementation's name
     * @param size the number of elements of an operation
     * @param nanoseconds the time of an operation
     * @param bytes the bytes that an operation allocates
     * @param vectorBits the width that the forks had, or −1 where the implementation is not Scorelane
     */
    record Speed(Quantity quantity, String implementation, int size, Interval nanoseconds, double bytes,
            int vectorBits) {
        Interval nanosecondsPerElement() {
            return nanoseconds.per(size);
        }

        double bytesPerElement() {
            return bytes / size;
        }
    }
}
