package io.github.scorelane.engine.baseline;

/**
 * Rule that subtracts, in each lane, the mean of f over the other seven, which few groups of samples suffice for. If there are no
 * samples in other lanes, nothing is subtracted from f.
 */
public final class CrossMean extends CrossFit {
    public CrossMean() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 2;
    }

    @Override
    public int fit(FunctionTotals f, ScoreTotals s, double[] constants, ConstantSelection selection) {
        for (int q = 0; q < LANES; q++) {
            constants[q] = without(q, f);
        }
        return Choices.NONE;
    }

    /** Returns the mean of φ over all lanes but one. */
    static double without(int q, FunctionTotals f) {
        double sum = 0;
        long n = 0;
        for (int l = 0; l < LANES; l++) {
            if (l != q) {
                sum += f.f(l);
                n += f.n(l);
            }
        }
        // Subtracting 0 from φ would subtract c from f, which this lane's own samples have a part in: that would be biased.
        return n == 0 ? -f.centre() : sum / n;
    }
}
