package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.math.Fma;

/**
 * Adds up the sums of many rows side by side, a sample of each row at a time: element i of an array is row i's. With φ a row's f
 * less its centre, s a score of it and p = φs rounded, the sums of φ, s and p add, and those of φ², s², ps, pφ and p² are fused
 * multiply-adds, as in {@link FunctionSums} and {@link ScoreSums}. No row sees another.
 *
 * <p>These are plain loops with one index for all arrays, of which C2 makes vectors, so they have no gate. Stores bound their
 * speed: two loops of three sums each are no faster than one of six.
 */
public final class RowSums {
    private RowSums() {}

    /**
     * Centres a sample's values.
     *
     * @param f each row's value; replaced by NaN, so that one that is not written again shows
     * @param centre each row's centre c
     * @param phi receives φ = f − c
     * @param sum sums to which φ is added
     * @param squares sums to which φ² is added
     * @param rows number of rows, from place 0 of each array on
     */
    public static void centre(double[] f, double[] centre, double[] phi, double[] sum, double[] squares, int rows) {
        for (int i = 0; i < rows; i++) {
            phi[i] = f[i] - centre[i];
            f[i] = Double.NaN;
            sum[i] += phi[i];
            squares[i] = Fma.fma(phi[i], phi[i], squares[i]);
        }
    }

    /**
     * Adds a sample to the sums that an estimate without its error needs.
     *
     * @param phi each row's φ
     * @param score each row's s
     * @param s sums to which s is added
     * @param fs sums to which φs is added
     * @param rows number of rows, from place 0 of each array on
     */
    public static void add(double[] phi, double[] score, double[] s, double[] fs, int rows) {
        for (int i = 0; i < rows; i++) {
            s[i] += score[i];
            fs[i] += phi[i] * score[i];
        }
    }

    /**
     * Adds a sample to the sums that an estimate and its error need.
     *
     * @param phi each row's φ
     * @param score each row's s
     * @param s sums to which s is added
     * @param ss sums to which s² is added
     * @param fs sums to which φs is added
     * @param fss sums to which φs² is added
     * @param ffs sums to which φ²s is added
     * @param ffss sums to which φ²s² is added
     * @param rows number of rows, from place 0 of each array on
     */
    public static void add(double[] phi, double[] score, double[] s, double[] ss, double[] fs, double[] fss, double[] ffs,
            double[] ffss, int rows) {
        for (int i = 0; i < rows; i++) {
            double p = phi[i] * score[i];
            s[i] += score[i];
            ss[i] = Fma.fma(score[i], score[i], ss[i]);
            fs[i] += p;
            fss[i] = Fma.fma(p, score[i], fss[i]);
            ffs[i] = Fma.fma(p, phi[i], ffs[i]);
            ffss[i] = Fma.fma(p, p, ffss[i]);
        }
    }
}
