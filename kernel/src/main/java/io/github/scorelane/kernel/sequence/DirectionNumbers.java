package io.github.scorelane.kernel.sequence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Direction numbers of a dimension of Sobol's sequence: for each bit k of an index, the binary digits that it flips, the first
 * digit in bit 0.
 *
 * <p>Source: S. Joe, F. Y. Kuo, <i>Constructing Sobol sequences with better two-dimensional projections</i>, 2008: their table
 * new-joe-kuo-6.21201, whose licence stands in the resource. Its table gives {@code m_1 … m_s}, from which the other direction
 * numbers follow by P. Bratley, B. L. Fox, <i>Algorithm 659</i>, 1988, here up to 64.
 */
final class DirectionNumbers {
    private static final AtomicReferenceArray<DirectionNumbers> MADE = new AtomicReferenceArray<>(Sobol.MAX_DIMENSION);

    private final long[] flips = new long[Long.SIZE];
    /** Exclusive or of the flips of bits 0 … k, which are the digits that the step to an index with k trailing zeros flips. */
    private final long[] steps = new long[Long.SIZE];
    private final long[] firstDigits = new long[8];

    private DirectionNumbers(int dimension) {
        if (dimension == 0) {
            for (int k = 0; k < Long.SIZE; k++) {
                flips[k] = 1L << k;
            }
        } else {
            fill(Table.LINES[dimension - 1]);
        }
        long step = 0;
        for (int k = 0; k < Long.SIZE; k++) {
            step ^= flips[k];
            steps[k] = step;
        }
        for (int i = 0; i < firstDigits.length; i++) {
            firstDigits[i] = digits(i);
        }
    }

    /** Returns the numbers of a dimension, from 0 on. They are made when first asked for. */
    static DirectionNumbers of(int dimension) {
        DirectionNumbers made = MADE.get(dimension);
        if (made == null) {
            made = new DirectionNumbers(dimension);
            MADE.set(dimension, made);
        }
        return made;
    }

    /** Returns a point's digits before they are scrambled. */
    long digits(long index) {
        long digits = 0;
        for (long left = index; left != 0; left &= left - 1) {
            digits ^= flips[Long.numberOfTrailingZeros(left)];
        }
        return digits;
    }

    /** Returns the digits of points 0 to 7. */
    long[] firstDigits() {
        return firstDigits;
    }

    /** Returns the digits in which an index differs from the one that is lower by 2^bit, where the lower bits of both are 0. */
    long step(long index, int bit) {
        long step = steps[Long.numberOfTrailingZeros(index)];
        return bit == 0 ? step : step ^ steps[bit - 1];
    }

    private void fill(String line) {
        String[] numbers = line.split(" ");
        int polynomial = Integer.parseInt(numbers[0]);
        int degree = numbers.length - 1;
        for (int k = 0; k < degree; k++) {
            flips[k] = Long.reverse(Long.parseLong(numbers[k + 1]) << (Long.SIZE - 1 - k));
        }
        for (int k = degree; k < Long.SIZE; k++) {
            long flip = flips[k - degree] ^ flips[k - degree] << degree;
            for (int j = 1; j < degree; j++) {
                if ((polynomial >>> (degree - j) & 1) != 0) {
                    flip ^= flips[k - j];
                }
            }
            flips[k] = flip;
        }
    }

    /** Holds the table, which is loaded when a dimension after the first is asked for. */
    private static final class Table {
        static final String[] LINES = read();

        private Table() {}

        private static String[] read() {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(
                    DirectionNumbers.class.getResourceAsStream("joe-kuo.txt"), StandardCharsets.US_ASCII))) {
                return in.lines().filter(line -> !line.startsWith("#")).toArray(String[]::new);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
