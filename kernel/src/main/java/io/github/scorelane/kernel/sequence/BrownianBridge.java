package io.github.scorelane.kernel.sequence;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.math.Fma;
import java.io.Serializable;

/**
 * Makes the Brownian bridge: turns D independent standard normal numbers into the D increments of a Brownian motion W at times 1 …
 * D, by an orthogonal map. The first number decides W(D), the next one W in the middle, the next ones the middles of the halves,
 * and so on. So a path's rough course depends on the first coordinates of points, which are the most evenly distributed. D need not
 * be a power of two.
 *
 * <p>W at m, between its neighbours l and r that are known before it, is
 *
 * <pre>
 *     W(m) = ((r − m)·W(l) + (m − l)·W(r))/(r − l) + z·√((m − l)(r − m)/(r − l)),        m = ⌊(l + r)/2⌋
 * </pre>
 *
 * <p>Source: B. Moskowitz, R. E. Caflisch, <i>Smoothness and dimension reduction in quasi-Monte Carlo methods</i>, 1996.
 */
public final class BrownianBridge implements Serializable {
    /** Column in which each number stands, and before it the columns of its neighbours, where −1 stands for W(0). */
    private final int[] place;
    private final int[] left;
    private final int[] right;
    private final double[] leftWeight;
    private final double[] rightWeight;
    private final double[] deviation;

    private BrownianBridge(int steps) {
        place = new int[steps];
        left = new int[steps];
        right = new int[steps];
        leftWeight = new double[steps];
        rightWeight = new double[steps];
        deviation = new double[steps];
        place[0] = steps - 1;
        deviation[0] = Math.sqrt(steps);
        // This is a queue of the intervals (from, to) whose middles are to come: as many as there are numbers left, or fewer.
        int[] from = new int[2 * steps];
        int[] to = new int[2 * steps];
        int end = 0;
        to[end++] = steps;
        int k = 1;
        for (int next = 0; next < end; next++) {
            int l = from[next];
            int r = to[next];
            if (r - l < 2) {
                continue;
            }
            int m = (l + r) / 2;
            place[k] = m - 1;
            left[k] = l - 1;
            right[k] = r - 1;
            leftWeight[k] = (double) (r - m) / (r - l);
            rightWeight[k] = (double) (m - l) / (r - l);
            deviation[k] = Math.sqrt((double) (m - l) * (r - m) / (r - l));
            k++;
            from[end] = l;
            to[end++] = m;
            from[end] = m;
            to[end++] = r;
        }
    }

    /**
     * Creates the bridge of a number of steps.
     *
     * @param steps D, at least 1
     * @return the bridge
     * @throws IllegalArgumentException if it is not strictly positive
     */
    public static BrownianBridge of(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("number of steps is not strictly positive: " + steps);
        }
        return new BrownianBridge(steps);
    }

    /**
     * Returns the number of increments.
     *
     * @return D
     */
    public int steps() {
        return place.length;
    }

    /**
     * Returns the column that a number belongs in, as increments are made in place.
     *
     * @param number k, at least 0 and below D; the more of the path it decides, the lower
     * @return the column
     */
    public int column(int number) {
        return place[number];
    }

    /**
     * Turns the standard normal numbers of paths into their increments, which are standard normal too.
     *
     * @param z D columns: on entry number k stands in column {@link #column column(k)}; on return, column d holds W(d + 1) − W(d)
     * @param offset index of the first path in each column
     * @param length number of paths
     * @throws IllegalArgumentException if there are not D columns, or the range does not lie inside each
     */
    public void toIncrements(double[][] z, int offset, int length) {
        if (z.length != place.length) {
            throw new IllegalArgumentException("number of columns is not that of the steps, " + place.length + ": " + z.length);
        }
        for (double[] column : z) {
            ArrayRange.check("z", column.length, offset, length);
        }
        scale(z[place[0]], deviation[0], offset, length);
        for (int k = 1; k < place.length; k++) {
            double[] middle = z[place[k]];
            scale(middle, deviation[k], offset, length);
            addScaled(middle, z[right[k]], rightWeight[k], offset, length);
            if (left[k] >= 0) {
                addScaled(middle, z[left[k]], leftWeight[k], offset, length);
            }
        }
        for (int d = place.length - 1; d > 0; d--) {
            subtract(z[d], z[d - 1], offset, length);
        }
    }

    private static void scale(double[] x, double factor, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] *= factor;
        }
    }

    private static void addScaled(double[] x, double[] y, double factor, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(y[i], factor, x[i]);
        }
    }

    private static void subtract(double[] x, double[] y, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] -= y[i];
        }
    }
}
