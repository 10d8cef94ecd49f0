package io.github.scorelane.kernel.family;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Makes the table of a law on the whole numbers that has one mode: masses from the mode outward, each the one before by a ratio,
 * until they are below 2^-66 of the mode's. Values beyond are left out; they have a probability below 1e-17 in all.
 */
final class MassTable {
    private static final double LEAST = 0x1p-66;

    private static final int FIRST_LENGTH = 64;

    private MassTable() {}

    /**
     * Makes the table.
     *
     * @param mode a value of the largest mass, or next to it
     * @param up p(k + 1)/p(k), 0 at the last value
     * @param down p(k − 1)/p(k), 0 at the first value
     * @return its sampler
     */
    static AliasTable of(double mode, DoubleUnaryOperator up, DoubleUnaryOperator down) {
        double[] above = outward(mode, 1, up);
        double[] below = outward(mode, -1, down);
        double[] masses = new double[below.length + above.length - 1];
        for (int i = 0; i < below.length; i++) {
            masses[below.length - 1 - i] = below[i];
        }
        System.arraycopy(above, 0, masses, below.length - 1, above.length);
        return AliasTable.of(mode - (below.length - 1), masses);
    }

    private static double[] outward(double mode, int step, DoubleUnaryOperator ratio) {
        double[] masses = new double[FIRST_LENGTH];
        masses[0] = 1;
        int count = 1;
        double mass = ratio.applyAsDouble(mode);
        for (double k = mode + step; mass >= LEAST; k += step) {
            if (count == masses.length) {
                masses = Arrays.copyOf(masses, 2 * count);
            }
            masses[count++] = mass;
            mass *= ratio.applyAsDouble(k);
        }
        return Arrays.copyOf(masses, count);
    }
}
