package io.github.scorelane.kernel.math;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes half the Poisson deviance of x from a mean m, D(x, m) = x·ln(x/m) + m − x, without cancellation where x is near m, for x
 * ≥ 0 and m &gt; 0. With {@link StirlingError} it makes Poisson and binomial probabilities.
 *
 * <p>The result is at most {@value #MAX_ULPS} ULP from the exact one if x/m and x + m do not overflow, and it is not subnormal;
 * D(m, m) and D(0, m) are exactly 0 and m; D(+∞, m) is +∞; of a negative x or NaN it is NaN.
 *
 * <p>Method: with v = (x − m)/(x + m), D = (x − m)·v + 2·x·v³·A(v²) for |v| ≤ ½; beyond, x·(ln(x/m) − 1) + m. Source: C. Loader,
 * <i>Fast and accurate computation of binomial probabilities</i>, 2000. Coefficients: {@code kernel/src/reference/deviance.py}.
 */
public final class Deviance {
    private static final Gate ONE_MEAN = Gate.ofMasks(Deviance::rehearseOneMean);
    /** The nanoseconds of this gate allow for a block that the series does not reach. */
    private static final Gate OWN_MEANS = Gate.of(true, 50, Deviance::rehearseOwnMeans);

    /** The maximal error, in units in the last place of the exact result; the worst of 60,000 tried: 3.478. */
    public static final double MAX_ULPS = 4;

    // These are the coefficients of A, which is defined by atanh(v) = v + v³·A(v²).
    private static final double A0 = 0.3333333333333334;
    private static final double A1 = 0.19999999999988882;
    private static final double A2 = 0.14285714288195786;
    private static final double A3 = 0.11111110894155087;
    private static final double A4 = 0.09090918911391244;
    private static final double A5 = 0.07692044266759973;
    private static final double A6 = 0.06671177979729383;
    private static final double A7 = 0.058309531156912356;
    private static final double A8 = 0.056599417377332484;
    private static final double A9 = 0.026913545051501023;
    private static final double A10 = 0.1145475451088902;
    private static final double A11 = -0.10951650742612855;
    private static final double A12 = 0.19745426478533493;
    private static final double NEAR = 0.5;
    /** Number below any ln(x/m) but that of a zero, which it replaces so that 0·ln 0 is 0. */
    private static final double LEAST_LOG = -800;

    private Deviance() {}

    private static void rehearseOneMean(double[] numbers, double[] results, int n) {
        deviance(numbers, 0, 2, results, 0, n);
        for (int i = 0; i < n; i++) {
            results[n + i] = 1.5 + i / (double) n; // The series reaches all of these numbers.
        }
        deviance(results, n, 2, results, n, n);
    }

    private static void rehearseOwnMeans(double[] numbers, double[] results, int n) {
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            double size = Math.abs(numbers[i]);
            double times = i % 2 == 0 ? 9 : 1.1;
            means[i] = size > 1e-300 && size < 1e300 ? size * times : 1;
        }
        deviance(numbers, means, results, 0, n);
    }

    /**
     * Computes half the deviance of a number.
     *
     * @param x any value
     * @param mean the mean m
     * @return D(x, m)
     * @throws IllegalArgumentException if the mean is not positive and finite
     */
    public static double deviance(double x, double mean) {
        checkMean(mean);
        return unchecked(x, mean);
    }

    /**
     * Computes half the deviances of an array's numbers.
     *
     * @param x the numbers
     * @param xOffset index of the first element
     * @param mean the mean m
     * @param y receives the results; may be x itself, at the same offset
     * @param yOffset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if the mean is not positive and finite, or a range does not lie inside its array
     */
    public static void deviance(double[] x, int xOffset, double mean, double[] y, int yOffset, int length) {
        checkMean(mean);
        ArrayRange.check("x", x.length, xOffset, length);
        ArrayRange.check("y", y.length, yOffset, length);
        int head = ONE_MEAN.head(length);
        int from = head < 0 ? 0 : ONE_MEAN.end(Simd.deviance(x, xOffset, mean, y, yOffset, head));
        deviance(x, xOffset, mean, y, yOffset, from, length);
    }

    private static void deviance(double[] x, int xOffset, double mean, double[] y, int yOffset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[yOffset + i] = unchecked(x[xOffset + i], mean);
        }
    }

    /**
     * Computes half the deviances of an array's numbers, each from a mean of its own.
     *
     * @param x the numbers
     * @param means the mean m of each, positive and finite
     * @param y receives the results; may not be x or the means
     * @param offset index of the first element in each array
     * @param length number of elements
     * @throws IllegalArgumentException if the range does not lie inside an array
     */
    public static void deviance(double[] x, double[] means, double[] y, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("means", means.length, offset, length);
        ArrayRange.check("y", y.length, offset, length);
        int head = OWN_MEANS.head(length);
        deviance(x, means, y, offset, head < 0 ? 0 : OWN_MEANS.end(Simd.deviance(x, means, y, offset, head)), length);
    }

    private static void deviance(double[] x, double[] means, double[] y, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            y[offset + i] = unchecked(x[offset + i], means[offset + i]);
        }
    }

    private static void checkMean(double mean) {
        if (!(mean > 0)) {
            throw new IllegalArgumentException("mean is not strictly positive: " + mean);
        }
        if (mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("mean is not finite: " + mean);
        }
    }

    private static double unchecked(double x, double mean) {
        double difference = x - mean;
        double v = difference / (x + mean);
        return Math.abs(v) <= NEAR ? near(x, difference, v) : far(x, mean);
    }

    private static double near(double x, double difference, double v) {
        double z = v * v;
        double a = Fma.fma(A12, z, A11);
        a = Fma.fma(a, z, A10);
        a = Fma.fma(a, z, A9);
        a = Fma.fma(a, z, A8);
        a = Fma.fma(a, z, A7);
        a = Fma.fma(a, z, A6);
        a = Fma.fma(a, z, A5);
        a = Fma.fma(a, z, A4);
        a = Fma.fma(a, z, A3);
        a = Fma.fma(a, z, A2);
        a = Fma.fma(a, z, A1);
        a = Fma.fma(a, z, A0);
        return Fma.fma(difference, v, 2 * x * v * (z * a));
    }

    private static double far(double x, double mean) {
        return Fma.fma(x, Math.max(Log.log(x / mean), LEAST_LOG) - 1, mean);
    }

    private static final class Simd {
        private static final int GROUP = 64;
        private static final int STRETCH = 512;
        private static final ThreadLocal<double[]> LOGS = ThreadLocal.withInitial(() -> new double[STRETCH]);

        private Simd() {}

        static int deviance(double[] x, int xOffset, double mean, double[] y, int yOffset, int length) {
            double[] logs = LOGS.get();
            int end = Species.DOUBLES.loopBound(length);
            int i = 0;
            // A pass is made for no elements, too: C2 counts the calls of the parts here, and compiles them.
            do {
                int n = Math.min(STRETCH, end - i);
                int far = anyFar(x, xOffset + i, mean, n) ? n : 0;
                for (int k = 0; k < far; k++) {
                    logs[k] = x[xOffset + i + k] / mean;
                }
                Log.log(logs, 0, logs, 0, far);
                combine(x, xOffset + i, mean, logs, y, yOffset + i, n);
                i += n;
            } while (i < end);
            return end;
        }

        static int deviance(double[] x, double[] means, double[] y, int offset, int length) {
            int end = Species.DOUBLES.loopBound(length);
            Workspace workspace = Workspace.ofThread();
            long[] bits = workspace.longs();
            long[] places = workspace.longs();
            int i = 0;
            // A pass is made for no elements, too: C2 counts the calls of the parts here, and compiles them.
            do {
                int n = Math.min(STRETCH, end - i);
                near(x, means, y, offset + i, n, bits);
                far(x, means, y, offset + i, places, WorkList.ofBits(bits, n, places), workspace);
                i += n;
            } while (i < end);
            workspace.giveBack(0, 2);
            return end;
        }

        /** Sums the series, and sets a bit for each place that it does not reach. */
        static void near(double[] x, double[] means, double[] y, int offset, int end, long[] bits) {
            if (end == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long far = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    DoubleVector x1 = DoubleVector.fromArray(d, x, offset + i);
                    DoubleVector m = DoubleVector.fromArray(d, means, offset + i);
                    DoubleVector difference = x1.sub(m);
                    DoubleVector v = difference.div(x1.add(m));
                    DoubleVector z = v.mul(v);
                    DoubleVector a = DoubleVector.broadcast(d, A12).fma(z, DoubleVector.broadcast(d, A11));
                    a = a.fma(z, DoubleVector.broadcast(d, A10));
                    a = a.fma(z, DoubleVector.broadcast(d, A9));
                    a = a.fma(z, DoubleVector.broadcast(d, A8));
                    a = a.fma(z, DoubleVector.broadcast(d, A7));
                    a = a.fma(z, DoubleVector.broadcast(d, A6));
                    a = a.fma(z, DoubleVector.broadcast(d, A5));
                    a = a.fma(z, DoubleVector.broadcast(d, A4));
                    a = a.fma(z, DoubleVector.broadcast(d, A3));
                    a = a.fma(z, DoubleVector.broadcast(d, A2));
                    a = a.fma(z, DoubleVector.broadcast(d, A1));
                    a = a.fma(z, DoubleVector.broadcast(d, A0));
                    difference.fma(v, x1.mul(2).mul(v).mul(z.mul(a))).intoArray(y, offset + i);
                    far |= v.abs().compare(VectorOperators.LE, NEAR).not().toLong() << (i - group);
                }
                bits[group / GROUP] = far;
            }
        }

        static void far(double[] x, double[] means, double[] y, int offset, long[] places, int count, Workspace workspace) {
            double[] logs = workspace.doubles();
            for (int k = 0; k < count; k++) {
                int i = offset + (int) places[k];
                logs[k] = x[i] / means[i];
            }
            Log.log(logs, 0, logs, 0, count);
            for (int k = 0; k < count; k++) {
                int i = offset + (int) places[k];
                y[i] = Fma.fma(x[i], Math.max(logs[k], LEAST_LOG) - 1, means[i]);
            }
            workspace.giveBack(1, 0);
        }

        /** Tells if some x may lie beyond the series. It says so for a few that do not, as the test is rounded. */
        static boolean anyFar(double[] x, int xOffset, double mean, int end) {
            if (end == 0) {
                return false;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            double low = 0.34 * mean;
            double high = 2.9 * mean;
            long far = 0;
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector v = DoubleVector.fromArray(d, x, xOffset + i);
                far |= v.compare(VectorOperators.GT, low).and(v.compare(VectorOperators.LT, high)).not().toLong();
            }
            return far != 0;
        }

        static void combine(double[] x, int xOffset, double mean, double[] logs, double[] y, int yOffset, int end) {
            if (end == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector m = DoubleVector.broadcast(d, mean);
            for (int i = 0; i < end; i += d.length()) {
                DoubleVector x1 = DoubleVector.fromArray(d, x, xOffset + i);
                DoubleVector difference = x1.sub(m);
                DoubleVector v = difference.div(x1.add(m));
                DoubleVector z = v.mul(v);
                DoubleVector a = DoubleVector.broadcast(d, A12).fma(z, DoubleVector.broadcast(d, A11));
                a = a.fma(z, DoubleVector.broadcast(d, A10));
                a = a.fma(z, DoubleVector.broadcast(d, A9));
                a = a.fma(z, DoubleVector.broadcast(d, A8));
                a = a.fma(z, DoubleVector.broadcast(d, A7));
                a = a.fma(z, DoubleVector.broadcast(d, A6));
                a = a.fma(z, DoubleVector.broadcast(d, A5));
                a = a.fma(z, DoubleVector.broadcast(d, A4));
                a = a.fma(z, DoubleVector.broadcast(d, A3));
                a = a.fma(z, DoubleVector.broadcast(d, A2));
                a = a.fma(z, DoubleVector.broadcast(d, A1));
                a = a.fma(z, DoubleVector.broadcast(d, A0));
                DoubleVector near = difference.fma(v, x1.mul(2).mul(v).mul(z.mul(a)));
                DoubleVector far = x1.fma(DoubleVector.fromArray(d, logs, i).max(LEAST_LOG).sub(1), m);
                VectorMask<Double> isNear = v.abs().compare(VectorOperators.LE, NEAR);
                far.blend(near, isNear).intoArray(y, yOffset + i);
            }
        }
    }
}
