package io.github.scorelane.bench.cold;

import java.util.Arrays;

/**
 * The progress of a JVM's work at some moments. Times are in nanoseconds since the first use, and all columns begin with 0.
 *
 * @param runs the words for what runs in the JVM
 * @param wallBefore the time on the wall from the JVM's start to the first use
 * @param cpuBefore the processor time of the whole process until then
 * @param samples the numbers of samples done so far
 * @param wall the times on the wall
 * @param cpu the processor times of the whole process, compilers and all
 * @param work the processor times of the threads that make estimates
 * @param bytes the bytes that all threads allocated
 */
public record Series(String runs, long wallBefore, long cpuBefore, long[] samples, long[] wall, long[] cpu, long[] work,
        long[] bytes) {
    /** The number of samples that were done in the end. */
    public long total() {
        return samples[samples.length - 1];
    }

    /** A column's time at a number of samples, on the line between two moments; NaN beyond the last one. */
    public double at(long[] column, double count) {
        if (count > total()) {
            return Double.NaN;
        }
        int place = Arrays.binarySearch(samples, (long) Math.ceil(count));
        int above = place >= 0 ? place : -place - 1;
        if (above == 0) {
            return column[0];
        }
        double part = (count - samples[above - 1]) / (samples[above] - samples[above - 1]);
        return column[above - 1] + part * (column[above] - column[above - 1]);
    }

    /** Bytes allocated by sample, over all of the time. */
    public double bytesPerSample() {
        return (double) bytes[bytes.length - 1] / total();
    }
}
