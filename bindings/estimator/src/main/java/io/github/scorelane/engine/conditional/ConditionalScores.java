package io.github.scorelane.engine.conditional;

import io.github.scorelane.kernel.sum.RowSums;
import java.util.Arrays;

/**
 * Sums of one parameter's score s over the samples of each case of a block, with φ = f − c as in {@link ConditionalTotals}. Those
 * that only standard errors need are null where none are wanted.
 *
 * @param s Σs of each case
 * @param fs Σφs of each case
 * @param ss Σs² of each case, or null
 * @param fss Σφs² of each case, or null
 * @param ffs Σφ²s of each case, or null
 * @param ffss Σφ²s² of each case, or null
 */
record ConditionalScores(double[] s, double[] fs, double[] ss, double[] fss, double[] ffs, double[] ffss) {
    /** Creates the sums of a block with room for the given number of cases, with or without those that errors need. */
    static ConditionalScores of(int capacity, boolean errors) {
        return errors
                ? new ConditionalScores(new double[capacity], new double[capacity], new double[capacity], new double[capacity],
                        new double[capacity], new double[capacity])
                : new ConditionalScores(new double[capacity], new double[capacity], null, null, null, null);
    }

    /** Sets the sums of the first n cases to 0. */
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

    /** Adds one sample of each of the first n cases. */
    void add(double[] phi, double[] score, int n) {
        if (ss == null) {
            RowSums.add(phi, score, s, fs, n);
        } else {
            RowSums.add(phi, score, s, ss, fs, fss, ffs, ffss, n);
        }
    }
}
