package io.github.scorelane.check;

import io.github.scorelane.distribution.HasAtoms;
import java.util.Arrays;

/**
 * The check that the atoms of a discrete distribution hold all of its probability. It is skipped where they are too many to
 * be added up.
 */
final class AtomsCheck {
    private static final int MOST_ATOMS = 100_000;
    private static final double TOLERANCE = 1e-12;

    private final Subject subject;
    private final Findings findings;

    AtomsCheck(Subject subject, Findings findings) {
        this.subject = subject;
        this.findings = findings;
    }

    void run() {
        if (subject.given() instanceof HasAtoms discrete) {
            judge(discrete.atoms());
        }
    }

    private void judge(long[] atoms) {
        if (atoms.length != 2 || atoms[0] > atoms[1]) {
            findings.add("atoms are not a first whole number and a last one: " + Arrays.toString(atoms));
            return;
        }
        // The difference is negative where it overflows, as that of a very long range does.
        long last = atoms[1] - atoms[0];
        if (last >= 0 && last < MOST_ATOMS) {
            double sum = probability(atoms[0], (int) last + 1);
            if (!(Math.abs(sum - 1) <= TOLERANCE + rounding(atoms))) {
                findings.add("the probabilities of atoms, from " + atoms[0] + " to " + atoms[1] + ", add up to " + sum
                        + ", not to 1: atoms or logPdf is wrong");
            }
        }
    }

    private double probability(long first, int count) {
        double[][] x = new double[1][count];
        Arrays.setAll(x[0], j -> (double) (first + j));
        double[] logPdf = new double[count];
        subject.distribution().logPdf(x, 0, logPdf, 0, count);
        return Arrays.stream(logPdf).map(Math::exp).sum();
    }

    /**
     * Returns the error that rounding may leave where a log density is a difference of log factorials, which are about m ln m
     * for atoms up to m.
     */
    private static double rounding(long[] atoms) {
        double m = Math.max(Math.abs((double) atoms[0]), Math.abs((double) atoms[1]));
        return Math.ulp(1.0) * m * Math.log1p(m);
    }
}
