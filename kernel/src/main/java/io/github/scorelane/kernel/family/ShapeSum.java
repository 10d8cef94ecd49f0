package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Log;
import java.io.Serializable;

/**
 * Holds the sum of the shapes of a beta or Dirichlet distribution, in units of a power of two: up to a million shapes near the
 * largest double have a sum, and the inverse of no sum is subnormal.
 *
 * @param scaled the sum, times the unit
 * @param low its rounding error, times the unit, if that is known; else 0
 * @param unit 1, or a power of two below 1 where the sum is huge
 */
public record ShapeSum(double scaled, double low, double unit) implements Serializable {
    private static final double HUGE = 0x1p1000;
    private static final double FEWER = 0x1p-60;

    /**
     * Adds two shapes.
     *
     * @param a one shape
     * @param b the other one
     * @return their sum, with its rounding error
     */
    public static ShapeSum of(double a, double b) {
        double unit = unit(a + b);
        double first = a * unit;
        double second = b * unit;
        double sum = first + second;
        double back = sum - first;
        return new ShapeSum(sum, (first - (sum - back)) + (second - back), unit);
    }

    /**
     * Adds up any number of shapes.
     *
     * @param shapes at most a million
     * @return their sum
     */
    public static ShapeSum of(double[] shapes) {
        double total = 0;
        for (double shape : shapes) {
            total += shape;
        }
        double unit = unit(total);
        if (unit < 1) {
            total = 0;
            for (double shape : shapes) {
                total += shape * unit;
            }
        }
        return new ShapeSum(total, 0, unit);
    }

    private static double unit(double sum) {
        return sum < HUGE ? 1 : FEWER;
    }

    /**
     * Returns the sum itself.
     *
     * @return the sum; infinite if it overflows
     */
    public double value() {
        return scaled / unit;
    }

    /**
     * Returns the sum's logarithm.
     *
     * @return its natural logarithm, finite
     */
    public double log() {
        return unit < 1 ? Log.log(scaled) - Log.log(unit) : Log.log(scaled);
    }
}
