package io.github.scorelane.bench.jmh;

/**
 * One row of JMH's results.
 *
 * @param quantity what was measured
 * @param implementation of it
 * @param size elements of an operation
 * @param nanoseconds of an operation
 * @param bytes allocated in an operation
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
