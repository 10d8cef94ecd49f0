package io.github.scorelane.bench.jmh;

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
