package io.github.scorelane.engine.baseline;

/** The mean of f, for a lane over the other seven: what few groups allow. A lane without others subtracts nothing from f. */
public final class CrossMean extends CrossFit {
    /** An instance. */
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

    /** The mean of φ over all lanes but one. */
    static double without(int q, FunctionTotals f) {
        double sum = 0;
        long n = 0;
        for (int l = 0; l < LANES; l++) {
            if (l != q) {
                sum += f.f(l);
                n += f.n(l);
            }
        }
        // Not 0, which is c of f: c holds samples of this lane.
        return n == 0 ? -f.centre() : sum / n;
    }
}
