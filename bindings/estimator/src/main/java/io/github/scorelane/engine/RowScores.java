package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.RowSums;
import java.util.Arrays;

/**
 * What a block of rows summed of one parameter's score s.
 *
 * @param s Σs of each row
 * @param fs Σφs of each row
 * @param ss Σs² of each row; or null where no errors are wanted
 * @param fss Σφs² of each row; or null
 * @param ffs Σφ²s of each row; or null
 * @param ffss Σφ²s² of each row; or null
 */
record RowScores(double[] s, double[] fs, double[] ss, double[] fss, double[] ffs, double[] ffss) {
    /** Sums for so many rows. */
    static RowScores of(int capacity, boolean errors) {
        return errors
                ? new RowScores(new double[capacity], new double[capacity], new double[capacity], new double[capacity],
                        new double[capacity], new double[capacity])
                : new RowScores(new double[capacity], new double[capacity], null, null, null, null);
    }

    void clear(int n) {
        Arrays.fill(s, 0, n, 0.0);
        Arrays.fill(fs, 0, n, 0.0);
        if (ss != null) {
            Arrays.fill(ss, 0, n, 0.0);
            Arrays.fill(fss, 0, n, 0.0);
            Arrays.fill(ffs, 0, n, 0.0);
            Arrays.fill(ffss, 0, n, 0.0);
        }
    }

    void add(double[] phi, double[] score, int n) {
        if (ss == null) {
            RowSums.add(phi, score, s, fs, n);
        } else {
            RowSums.add(phi, score, s, ss, fs, fss, ffs, ffss, n);
        }
    }
}
